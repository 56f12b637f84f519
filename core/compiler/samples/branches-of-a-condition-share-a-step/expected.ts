// Two of three
import type { Run } from "millrace";

export default async function twoOfThree(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // How big?
  const size = await run.choose("size", {
    big: () => input.n != null && input.n > 100,
    medium: () => input.n != null && input.n > 10,
  });

  let fine = undefined as { v: boolean } | undefined;
  if (size === "otherwise") {
    // Fine
    fine = await run.set("fine", () => ({ v: true }));
  }
  if (size === "big" || size === "medium") {
    // Ask a person
    await run.log("ask", () => ({
      level: "info",
      message: `Is ${input.n ?? ""} right?`,
    }));
  }

  // Answer
  return run.return("answer", () => fine?.v ?? false);
}
