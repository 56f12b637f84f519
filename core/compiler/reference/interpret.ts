import type { CompileContext } from "@/core/compiler/program";
import { CodeInterpreter } from "@/core/compiler/reference/interpret-code";
import { NODE_MEANINGS } from "@/core/compiler/reference/node-meanings";
import { asJson, type PlainHost } from "@/core/compiler/reference/plain-host";
import { failureOf } from "@/core/compiler/reference/plain-run";
import type { StepTrace, Trace } from "@/core/compiler/reference/trace";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/** What a reference execution did, and whether it ended while something else was still under way. */
export interface ReferenceTrace extends Trace {
  racing: boolean;
}

/**
 * Runs a document as `docs/graph-format.md` tells its meaning, node by node, without the compiler: a node runs once, when
 * every edge into it is settled and at least one was taken; if none was taken it is skipped, and so are its edges.
 *
 * @param options.endless ends are passed over, so that everything that could run does
 */
export async function interpret(
  document: AutomationDocument,
  context: CompileContext,
  world: { trigger: Json; host: PlainHost },
  options: { endless?: boolean } = {},
): Promise<ReferenceTrace> {
  const steps: Record<string, StepTrace> = {};
  const outputs: Record<string, unknown> = Object.fromEntries(document.nodes.map((node) => [node.name, undefined]));
  const edges = document.edges.map((edge) => ({ ...edge, settled: false, taken: false }));
  const left = new Set(document.nodes.filter((node) => !isTrigger(node)).map((node) => node.id));
  let end: Trace["end"] | null = null;
  let racing = false;

  const trigger = document.nodes.find((node) => isTrigger(node) && !node.policy?.disabled)!;
  // What nothing leads to never settles; it counts as skipped from the start.
  for (const edge of edges) if (!reaches(trigger.id, edge.from)) edge.settled = true;
  for (const node of document.nodes) if (!reaches(trigger.id, node.id)) left.delete(node.id);

  outputs[trigger.name] = world.trigger;
  steps[trigger.name] = { status: "succeeded", output: world.trigger, statements: 1 };
  await leave(trigger, "then");
  return { steps, end: end ?? { kind: "answer", by: null, output: null }, racing };

  function reaches(from: string, to: string): boolean {
    const found = new Set([from]);
    for (const id of found) for (const edge of document.edges) if (edge.from === id) found.add(edge.to);
    return found.has(to);
  }

  /** Settles what goes out of a node, then runs or skips every node that waited for it alone. */
  async function leave(node: GraphNode, way: string | null): Promise<void> {
    for (const edge of edges.filter((one) => one.from === node.id)) {
      edge.settled = true;
      edge.taken = edge.handle === way;
    }
    const ready = document.nodes.filter(
      (next) => left.has(next.id) && edges.filter((edge) => edge.to === next.id).every((edge) => edge.settled),
    );
    for (const next of ready) left.delete(next.id);
    await Promise.all(
      ready.map((next) => (edges.some((edge) => edge.to === next.id && edge.taken) ? run(next) : leave(next, null))),
    );
  }

  async function run(node: GraphNode): Promise<void> {
    if (end && !options.endless) return;
    const meaning = NODE_MEANINGS[node.type]!;
    if (node.policy?.disabled) return leave(node, meaning.whenDisabled(node.config as never));
    const code = new CodeInterpreter();
    const step: StepTrace = { status: "succeeded", output: null, statements: 0 };
    steps[node.name] = step;
    let way: string | null;
    try {
      const done = await meaning.run(node.config as never, {
        node,
        names: { ...outputs },
        code,
        context,
        host: world.host,
      });
      step.output = asJson(done.output);
      outputs[node.name] = step.output;
      way = done.way;
    } catch (thrown) {
      const isCaught = document.edges.some((edge) => edge.from === node.id && edge.handle === "error");
      step.status = isCaught ? "handled" : "failed";
      outputs[node.name] = { error: failureOf(thrown) };
      way = isCaught ? "error" : null;
      if (!isCaught) finish({ kind: "failed", by: node.name, message: (thrown as Error).message });
    } finally {
      step.statements = Math.max(1, code.statements);
    }
    if (node.type === "return" && step.status === "succeeded") {
      finish({ kind: "answer", by: node.name, output: step.output });
    }
    if (!end || options.endless) await leave(node, way);
  }

  /** An end races with everything that did not have to be done before it. */
  function finish(how: Trace["end"]): void {
    const others = document.nodes.filter((node) => steps[node.name] && !reaches(node.id, idOf(how.by)));
    if (end || others.length > 0 || mayStillRun()) racing = true;
    end ??= how;
  }

  function idOf(name: string | null): string {
    return document.nodes.find((node) => node.name === name)!.id;
  }

  /** Whether something could run beside the end: a settled, taken edge into a node that waits. */
  function mayStillRun(): boolean {
    return document.nodes.some((node) => left.has(node.id) && edges.some((edge) => edge.to === node.id && edge.taken));
  }
}

const isTrigger = (node: GraphNode): boolean => ["button", "manual", "api"].includes(node.type);
