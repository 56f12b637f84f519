import type { CompileContext } from "@/core/compiler/program";
import { CodeInterpreter } from "@/core/compiler/reference/interpret-code";
import { NODE_MEANINGS } from "@/core/compiler/reference/node-meanings";
import { asJson, HostFailure, type PlainHost } from "@/core/compiler/reference/plain-host";
import { failureOf, mayPass } from "@/core/compiler/reference/plain-run";
import { roundPath, type StepTrace, stepKey, type Trace } from "@/core/compiler/reference/trace";
import type { AutomationDocument, GraphEdge, GraphNode } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/** What a reference execution did, and whether it ended while something else was still under way. */
export interface ReferenceTrace extends Trace {
  /** `loop`: inside a loop, so that what the loop gives is left to chance. */
  racing: false | "execution" | "loop";
}

/** How a round came to its end. */
type RoundEnd = { kind: "failed"; by: string; cause: unknown } | { kind: "continue"; output: Json } | { kind: "break" };

/** The execution itself, or one round of a loop. */
interface Scope {
  path: string;
  parent: Scope | null;
  /** The outputs that can be read here, by name. */
  names: Record<string, unknown>;
  end: RoundEnd | null;
}

/** A failure inside a round, on its way to the loop. */
class RoundFailed extends Error {
  readonly by: string;

  constructor(by: string, cause: unknown) {
    super((cause as Error).message, { cause });
    this.by = by;
  }
}

/**
 * Runs a document as `docs/language.md` tells its meaning, node by node, without the compiler: a node runs once, when
 * every edge into it is settled and at least one was taken; if none was taken it is skipped, and so are its edges.
 *
 * @param options.endless the execution's ends are passed over, so that everything that could run does
 */
export async function interpret(
  document: AutomationDocument,
  context: CompileContext,
  world: { trigger: Json; host: PlainHost },
  options: { endless?: boolean } = {},
): Promise<ReferenceTrace> {
  const steps: Record<string, StepTrace> = {};
  let end: Trace["end"] | null = null;
  let racing: ReferenceTrace["racing"] = false;

  const trigger = document.nodes.find((node) => isTrigger(node) && !node.policy?.disabled)!;
  const root: Scope = { path: "", parent: null, names: unset(document.nodes), end: null };
  root.names[trigger.name] = world.trigger;
  steps[trigger.name] = { status: "succeeded", output: world.trigger, statements: 1 };
  const handle = (world.trigger as { handle?: string } | null)?.handle;
  await runRegion(trigger, trigger.type === "workflow" ? (handle ?? "otherwise") : "then", root);
  return { steps, end: end ?? { kind: "answer", by: null, output: null }, racing };

  function isOver(scope: Scope): boolean {
    if (scope.end !== null || (scope.parent !== null && isOver(scope.parent))) return true;
    return end !== null && !options.endless;
  }

  /** Runs everything that follows an entry: the trigger, or a loop at the beginning of a round. */
  async function runRegion(entry: GraphNode, entryWay: string, scope: Scope): Promise<void> {
    const parent = isTrigger(entry) ? undefined : entry.id;
    const nodes = document.nodes.filter((node) => node.parent === parent && !isTrigger(node));
    const own = new Set([entry.id, ...nodes.map((node) => node.id)]);
    const edges = document.edges
      .filter((edge) => own.has(edge.from) && own.has(edge.to) && (edge.from !== entry.id || isOwnWay(entry, edge)))
      .map((edge) => ({ ...edge, settled: false, taken: false }));
    const left = new Set(nodes.map((node) => node.id));
    // What nothing leads to never settles; it counts as skipped from the start.
    for (const edge of edges) if (!reaches(entry.id, edge.from)) edge.settled = true;
    for (const node of nodes) if (!reaches(entry.id, node.id)) left.delete(node.id);
    await leave(entry, entryWay);

    function reaches(from: string, to: string): boolean {
      const found = new Set([from]);
      for (const id of found) for (const edge of edges) if (edge.from === id) found.add(edge.to);
      return found.has(to);
    }

    /** Settles what goes out of a node, then runs or skips every node that waited for it alone. */
    async function leave(node: GraphNode, way: string | null): Promise<void> {
      for (const edge of edges.filter((one) => one.from === node.id)) {
        edge.settled = true;
        edge.taken = edge.handle === way;
      }
      const ready = nodes.filter(
        (next) => left.has(next.id) && edges.filter((edge) => edge.to === next.id).every((edge) => edge.settled),
      );
      for (const next of ready) left.delete(next.id);
      await Promise.all(
        ready.map((next) => (edges.some((edge) => edge.to === next.id && edge.taken) ? go(next) : leave(next, null))),
      );
    }

    async function go(node: GraphNode): Promise<void> {
      if (isOver(scope)) return;
      const meaning = NODE_MEANINGS[node.type]!;
      if (node.policy?.disabled) return leave(node, meaning.whenDisabled(node.config as never));
      const done = await runStep(node, scope);
      if (done.kind === "canceled") return;
      if (done.kind === "failed") finish(node, { kind: "failed", by: done.by, cause: done.cause });
      else if (node.type === "return") finish(node, { kind: "answer", output: done.output });
      else if (node.type === "stop") finish(node, { kind: "stopped", message: textOf(done.output) });
      else if (node.type === "continue") finish(node, { kind: "continue", output: done.output });
      else if (node.type === "break") finish(node, { kind: "break" });
      if (!isOver(scope)) await leave(node, done.kind === "failed" ? null : done.way);
    }

    /** An end races with everything that did not have to be done before it. */
    function finish(
      node: GraphNode,
      how: RoundEnd | { kind: "answer"; output: Json } | { kind: "stopped"; message: string },
    ) {
      const others = nodes.filter(
        (one) => one.id !== node.id && steps[stepKey(one.name, scope.path)] && !reaches(one.id, node.id),
      );
      const mayStillRun = nodes.some(
        (one) => left.has(one.id) && edges.some((edge) => edge.to === one.id && edge.taken),
      );
      const isAlone = scope.parent === null || !sharesTime(entry, scope);
      if (scope.end || end || others.length > 0 || mayStillRun || !isAlone) {
        racing = scope.parent === null ? racing || "execution" : "loop";
      }
      if (how.kind === "answer") end ??= { kind: "answer", by: node.name, output: how.output };
      else if (how.kind === "stopped") end ??= { kind: "failed", by: node.name, message: how.message };
      else if (scope.parent !== null) scope.end ??= how;
      else if (how.kind === "failed") end ??= { kind: "failed", by: how.by, message: (how.cause as Error).message };
    }
  }

  /** Whether other rounds, or branches beside the loop, may be under way. */
  function sharesTime(loop: GraphNode, scope: Scope): boolean {
    const atOnce = Number((loop.config as { atOnce?: number }).atOnce ?? 1);
    const beside = document.nodes.some((one) => {
      const step = steps[stepKey(one.name, scope.parent?.path ?? "")];
      return step && one.parent === loop.parent && one.id !== loop.id && !leadsTo(one.id, loop.id);
    });
    const outer = document.nodes.find((one) => one.id === loop.parent);
    return atOnce > 1 || beside || (outer !== undefined && sharesTime(outer, scope.parent!));
  }

  function leadsTo(from: string, to: string): boolean {
    const found = new Set([from]);
    for (const id of found) for (const edge of document.edges) if (edge.from === id) found.add(edge.to);
    return found.has(to);
  }

  async function runStep(node: GraphNode, scope: Scope): Promise<Done> {
    const attempts = CAN_TRY_AGAIN.has(node.type) ? (node.policy?.retry?.attempts ?? 1) : 1;
    const key = stepKey(node.name, scope.path);
    const isCaught = document.edges.some((edge) => edge.from === node.id && edge.handle === "error");
    for (let attempt = 1; ; attempt += 1) {
      const code = new CodeInterpreter();
      const step: StepTrace = { status: "succeeded", output: null, statements: 0 };
      steps[key] = step;
      try {
        const at = { node, names: scope.names, code, context, host: world.host, attempt };
        const done =
          node.type === "for-each"
            ? { output: await loop(node, scope, code), way: "then" }
            : await NODE_MEANINGS[node.type]!.run(node.config as never, { ...at, names: { ...scope.names } });
        if (done.output === CANCELED) {
          step.status = "canceled";
          return { kind: "canceled" };
        }
        step.output = asJson(done.output);
        scope.names[node.name] = step.output;
        return { kind: "done", way: done.way, output: step.output };
      } catch (thrown) {
        const by = thrown instanceof RoundFailed ? thrown.by : node.name;
        const cause = thrown instanceof RoundFailed ? thrown.cause : thrown;
        if (attempt < attempts && mayPass(cause)) {
          step.status = "retried";
          steps[`${key} try ${attempt}`] = step;
          continue;
        }
        step.status = isCaught ? "handled" : "failed";
        scope.names[node.name] = { error: failureOf(cause) };
        if (!isCaught) return { kind: "failed", by, cause };
        return { kind: "done", way: "error", output: null };
      } finally {
        step.statements = Math.max(1, code.statements);
      }
    }
  }

  /** Rounds in order, some at once; a failed one lets the running ones end, and fails the loop. */
  async function loop(node: GraphNode, scope: Scope, code: CodeInterpreter): Promise<unknown> {
    const { items, collect, atOnce = 1 } = node.config as never as LoopConfig;
    const list = asJson(NODE_MEANINGS["for-each"]!.value!(items, scope.names, code));
    if (!Array.isArray(list)) throw new HostFailure({ code: "NOT_A_LIST", message: "items is not a list" });
    const inside = document.nodes.filter((one) => one.parent === node.id);
    const given: Json[] = [];
    let next = 0;
    let stopped: { failure: unknown } | "broken" | null = null;
    const worker = async () => {
      while (next < list.length && !stopped && !isOver(scope)) {
        const index = next++;
        const names = { ...scope.names, ...unset(inside), [node.name]: { item: list[index], index } };
        const round: Scope = { path: roundPath(scope.path, index), parent: scope, names, end: null };
        await runRegion(node, "each", round);
        const how = round.end;
        if (how?.kind === "failed") stopped ??= { failure: new RoundFailed(how.by, how.cause) };
        else if (how?.kind === "break") stopped ??= "broken";
        else if (how?.kind === "continue") given[index] = how.output;
        else if (!isOver(scope)) {
          try {
            given[index] = collect ? asJson(NODE_MEANINGS["for-each"]!.value!(collect, round.names, code)) : null;
          } catch (thrown) {
            stopped ??= { failure: thrown };
          }
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (isOver(scope)) return CANCELED;
    if (stopped && stopped !== "broken") throw (stopped as { failure: unknown }).failure;
    return given;
  }
}

type Done =
  | { kind: "done"; way: string | null; output: Json }
  | { kind: "failed"; by: string; cause: unknown }
  | { kind: "canceled" };

interface LoopConfig {
  items: never;
  collect?: never;
  atOnce?: number;
}

/** A loop in which the execution ended. */
const CANCELED = Symbol("canceled");

/** Nodes that act or run code; the others cannot fail, or fail alike every time. */
const CAN_TRY_AGAIN = new Set([
  ...["function", "code", "connection", "email", "wait", "call", "transform"],
  ...["record.get", "record.search", "record.create", "record.update", "record.upsert", "record.delete"],
]);

/** Into its body a loop leads by *each*, and by no other way. */
const isOwnWay = (entry: GraphNode, edge: GraphEdge): boolean => isTrigger(entry) || edge.handle === "each";

const unset = (nodes: readonly GraphNode[]): Record<string, unknown> =>
  Object.fromEntries(nodes.map((node) => [node.name, undefined]));

const textOf = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

const TRIGGERS = new Set(["workflow", "button", "related-list", "schedule", "api", "webhook", "manual"]);
const isTrigger = (node: GraphNode): boolean => TRIGGERS.has(node.type);
