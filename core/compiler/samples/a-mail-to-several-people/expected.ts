// To all
import type { Run } from "millrace";

export default async function toAll(run: Run, trigger: { people: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // Send the news
  await run.email("news", () => ({
    to: input.people.map((one) => one.email),
    subject: "News",
    text: "All is well.",
  }));
}
