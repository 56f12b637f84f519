// Values
import type { Run } from "millrace";

export default async function values(run: Run, trigger: { name: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // All kinds
  const all = await run.set("all", () => ({
    text: "He said \"hi\"\nand left",
    number: -2.5,
    list: [1, "two", null, { three: true }],
    nothing: null,
    formula: input.name.length,
    template: `\`Hi\` \${${input.name ?? ""}} \\ ${input.missing ?? ""}!`,
    choice: input.name === "Ada" ? "a" : "b",
    object: { name: input.name, upper: input.name.toUpperCase() },
  }));

  // Answer
  return run.return("answer", () => all);
}
