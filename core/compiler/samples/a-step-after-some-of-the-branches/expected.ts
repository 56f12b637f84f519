// Some branches
import type { Run } from "millrace";

export default async function someBranches(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // How big?
  const size = await run.choose("size", {
    big: () => input.n != null && input.n > 10,
    middle: () => input.n != null && input.n > 5,
  });

  let one!: { v: number };
  let two!: { v: number };
  if (size === "big") {
    // One
    one = await run.set("one", () => ({ v: 1 }));
  } else if (size === "middle") {
    // Two
    two = await run.set("two", () => ({ v: 2 }));
  }
  if (one !== undefined || two !== undefined) {
    // Big or middle
    await run.log("note", () => ({ level: "info", message: "noted" }));
  }
}
