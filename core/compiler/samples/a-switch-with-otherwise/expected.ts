// By country
import type { Run } from "millrace";

export default async function byCountry(run: Run, trigger: { country: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Which country?
  const where = await run.match("where", () => ({
    value: input.country,
    cases: { france: "FR", spain: "ES" },
  }));

  let french = undefined as { text: string } | undefined;
  let spanish = undefined as { text: string } | undefined;
  let english = undefined as { text: string } | undefined;
  if (where === "france") {
    // French
    french = await run.set("french", () => ({ text: "Bonjour" }));
  } else if (where === "spain") {
    // Spanish
    spanish = await run.set("spanish", () => ({ text: "Hola" }));
  } else {
    // English
    english = await run.set("english", () => ({ text: "Hello" }));
  }

  // Answer
  return run.return("answer", () => french?.text ?? spanish?.text ?? english?.text);
}
