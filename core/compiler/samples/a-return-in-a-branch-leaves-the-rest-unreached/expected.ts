// Early answer
import type { Run } from "millrace";

export default async function earlyAnswer(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });
  if (size === "big") {
    // Answer early
    return run.return("early", () => "big");
  }

  // More
  const more = await run.set("more", () => ({ v: 2 }));

  // Even more
  const evenMore = await run.set("evenMore", () => ({ v: more.v * 2 }));

  // Answer
  return run.return("answer", () => evenMore.v);
}
