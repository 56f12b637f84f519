import type { CompileContext, Program } from "@/core/compiler/program";
import { interpret, type ReferenceTrace } from "@/core/compiler/reference/interpret";
import { type HostScript, plainHost } from "@/core/compiler/reference/plain-host";
import { plainRun } from "@/core/compiler/reference/plain-run";
import type { Trace } from "@/core/compiler/reference/trace";
import type { AutomationDocument } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/** What an execution starts with, and what the world around it does. */
export interface World {
  trigger: Json;
  script: HostScript;
  /** Lets other branches go on before a call comes back. */
  pause?: () => Promise<void>;
}

/**
 * Runs a document by the reference and its program, and compares.
 * @returns both traces; `mismatch` says where they differ in a way the language does not allow
 */
export async function compareRuns(
  document: AutomationDocument,
  program: Program,
  context: CompileContext,
  world: World,
): Promise<{ reference: Trace; compiled: Trace; racing: ReferenceTrace["racing"]; mismatch: string | null }> {
  const pause = world.pause ?? (async () => {});
  const host = () => plainHost(world.script, pause);
  const { trigger } = world;
  const compiled = await plainRun(program.javascript, structuredClone(trigger), host());
  const { racing, ...reference } = await interpret(document, context, { trigger, host: host() });
  if (!racing) return { reference, compiled, racing, mismatch: difference(reference, compiled) };
  // What a loop gives then is left to chance, and so is all that reads it.
  if (racing === "loop") return { reference, compiled, racing, mismatch: unknownSteps(document, compiled) };
  const whole = await interpret(document, context, { trigger, host: host() }, { endless: true });
  return { reference, compiled, racing, mismatch: impossible(whole, compiled) };
}

function difference(reference: Trace, compiled: Trace): string | null {
  const names = new Set([...Object.keys(reference.steps), ...Object.keys(compiled.steps)]);
  for (const name of names) {
    const [wanted, got] = [reference.steps[name], compiled.steps[name]];
    if (canonical(wanted) !== canonical(got)) return `${name}: wanted ${canonical(wanted)}, got ${canonical(got)}`;
  }
  if (canonical(reference.end) === canonical(compiled.end)) return null;
  return `end: wanted ${canonical(reference.end)}, got ${canonical(compiled.end)}`;
}

/** Where an end races with other branches, what did run must be what would have run, and the end one of those there are. */
function impossible(whole: Trace, compiled: Trace): string | null {
  for (const [name, got] of Object.entries(compiled.steps)) {
    const wanted = whole.steps[name];
    // A loop inside which the execution ended gave nothing; a step may have waited for its next try.
    if (["canceled", "retried"].includes(got.status) && wanted) continue;
    if (canonical(wanted) !== canonical(got)) return `${name}: never ${canonical(got)}, but ${canonical(wanted)}`;
  }
  const { by } = compiled.end;
  const ran = Object.keys(compiled.steps).some((key) => key === by || key.startsWith(`${by}[`));
  return ran ? null : `end: ${canonical(compiled.end)} is nobody's`;
}

function unknownSteps({ nodes }: AutomationDocument, { steps }: Trace): string | null {
  const names = new Set(nodes.map(({ name }) => name));
  const unknown = Object.keys(steps).find((key) => !names.has(/^\w+/.exec(key)?.[0] ?? ""));
  return unknown === undefined ? null : `${unknown}: there is no such step`;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  ) ?? "nothing";
