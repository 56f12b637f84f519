// Criteria
import type { Run } from "millrace";

export default async function criteria(run: Run, trigger: {
  name: string;
  n: number;
  ok: boolean;
  empty: string;
}) {
  // When I run it
  const input = run.start("input", trigger);

  // Check
  const check = await run.choose("check", {
    all: () =>
      input.name === "Ada" &&
      input.name !== "Bob" &&
      (input.name ?? "") !== "" &&
      String(input.name ?? "").includes("d") &&
      !String(input.name ?? "").includes("x") &&
      String(input.name ?? "").startsWith("A") &&
      String(input.name ?? "").endsWith("a") &&
      (input.empty ?? "") === "" &&
      input.n != null && input.n >= 3 &&
      input.n != null && input.n < 4 &&
      input.n != null && input.n <= input.n &&
      input.ok === true,
    any: () => input.ok === false || ((input.n ?? null) != null && (input.n ?? null) > 100),
    formula: () => input.n * 2 > 1 && input.name,
  });

  // Answer
  return run.return("answer", () => check);
}
