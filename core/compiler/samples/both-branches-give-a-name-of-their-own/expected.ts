// Greeting
import type { Run } from "millrace";

export default async function greeting(run: Run, trigger: { formal: boolean; name: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Formal?
  const how = await run.choose("how", { formal: () => input.formal === true });

  let polite = undefined as { text: string } | undefined;
  let easy = undefined as { text: string } | undefined;
  if (how === "formal") {
    // Polite
    polite = await run.set("polite", () => ({ text: `Dear ${input.name ?? ""}` }));
  } else {
    // Easy
    easy = await run.set("easy", () => ({ text: `Hi ${input.name ?? ""}` }));
  }

  // Answer
  return run.return("answer", () => polite?.text ?? easy?.text);
}
