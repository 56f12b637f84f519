// Welcome
import type { Run } from "millrace";

export default async function welcome2(run: Run, trigger: { email: string; name: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Say welcome
  const welcome = await run.email("welcome", () => ({
    to: input.email,
    cc: "sales@example.org",
    replyTo: "ana@example.org",
    subject: `Welcome, ${input.name ?? ""}`,
    text: `Dear ${input.name ?? ""},\n\nwelcome!`,
    html: `<p>Dear ${input.name ?? ""}</p>`,
  }));

  // Answer
  return run.return("answer", () => welcome.id);
}
