// Two questions
import type { Run } from "millrace";

export default async function twoQuestions(run: Run, trigger: { a: boolean; b: boolean }) {
  // When I run it
  const input = run.start("input", trigger);

  let first!: "yes" | "otherwise";
  let second!: "yes" | "otherwise";
  await run.parallel(
    async () => {
      // A?
      first = await run.choose("first", { yes: () => input.a === true });
    },
    async () => {
      // B?
      second = await run.choose("second", { yes: () => input.b === true });
    },
  );

  let either = undefined as { v: number } | undefined;
  if (first === "yes" || second === "yes") {
    // A or B
    either = await run.set("either", () => ({ v: 1 }));
  }
  if (either !== undefined || first === "otherwise" || second === "otherwise") {
    // Answer
    return run.return("answer", () => either?.v ?? 0);
  }
}
