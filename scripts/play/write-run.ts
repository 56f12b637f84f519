import { type StepTrace, stepKey, type Trace } from "@/core/compiler/reference/trace";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";

/** The longest output that is shown whole. */
const OUTPUT_CHARACTERS = 160;

/** Writes what an execution did: its steps in the order they ended, those of a loop's rounds inside it, and the end. */
export function writeRun({ nodes }: AutomationDocument, { steps, end }: Trace): string {
  const lines: string[] = [];
  writeSteps(undefined, "", 1);
  const by = end.by === null ? "" : ` (${end.by})`;
  lines.push(end.kind === "answer" ? `  => ${json(end.output)}${by}` : `  => failed${by}: ${end.message}`);
  return lines.join("\n");

  /** @param path the rounds around, "2.0" */
  function writeSteps(loop: string | undefined, path: string, depth: number): void {
    const inside = nodes.filter((node) => node.parent === loop);
    const ran = inside.filter(({ name }) => Object.hasOwn(steps, stepKey(name, path)));
    const order = Object.keys(steps);
    const at = ({ name }: GraphNode) => order.indexOf(stepKey(name, path));
    for (const node of ran.sort((a, b) => at(a) - at(b))) {
      const key = stepKey(node.name, path);
      for (let number = 1; Object.hasOwn(steps, `${key} try ${number}`); number += 1) {
        lines.push(stepLine(`${node.name} try ${number}`, steps[`${key} try ${number}`]!, depth));
      }
      lines.push(stepLine(node.name, steps[key]!, depth));
      writeRounds(node, path, depth + 1);
    }
  }

  function writeRounds(loop: GraphNode, path: string, depth: number): void {
    for (const round of roundsOf(loop, path)) {
      lines.push(`${"  ".repeat(depth)}[${round}]`);
      writeSteps(loop.id, round, depth + 1);
    }
  }

  function roundsOf(loop: GraphNode, path: string): string[] {
    const names = new Set(nodes.filter(({ parent }) => parent === loop.id).map(({ name }) => name));
    const found = Object.keys(steps).flatMap((key) => {
      const [, name = "", round = ""] = /^(\w+)\[([\d.]+)\]/.exec(key) ?? [];
      const around = round.split(".").slice(0, -1).join(".");
      return names.has(name) && around === path ? [round] : [];
    });
    const last = (round: string) => Number(round.split(".").at(-1));
    return [...new Set(found)].sort((a, b) => last(a) - last(b));
  }
}

function stepLine(name: string, { output, statements, status }: StepTrace, depth: number): string {
  const count = statements === 1 ? "1 statement" : `${statements} statements`;
  return `${"  ".repeat(depth)}${name.padEnd(22 - 2 * depth)}  ${status.padEnd(9)}  ${count.padEnd(13)}  ${json(output)}`;
}

function json(output: unknown): string {
  const text = JSON.stringify(output);
  return text.length > OUTPUT_CHARACTERS ? `${text.slice(0, OUTPUT_CHARACTERS - 1)}…` : text;
}
