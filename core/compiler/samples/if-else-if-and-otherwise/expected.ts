// Three ways
import type { Run } from "millrace";

export default async function threeWays(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // How big?
  const size = await run.choose("size", {
    big: () => input.n != null && input.n > 10,
    middle: () => input.n != null && input.n > 5,
  });

  let one = undefined as { v: number } | undefined;
  let two = undefined as { v: number } | undefined;
  let three = undefined as { v: number } | undefined;
  if (size === "big") {
    // One
    one = await run.set("one", () => ({ v: 1 }));
  } else if (size === "middle") {
    // Two
    two = await run.set("two", () => ({ v: 2 }));
  } else {
    // Three
    three = await run.set("three", () => ({ v: 3 }));
  }

  // Answer
  return run.return("answer", () => one?.v ?? two?.v ?? three?.v);
}
