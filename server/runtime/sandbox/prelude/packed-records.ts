import type { Step } from "@/server/runtime/sandbox/prelude/step";
import { linesText } from "@/server/runtime/sandbox/prelude/step-lines";
import type { StepStanding } from "@/server/runtime/sandbox/prelude/step-record";

/** Rounds of one node on their way into one row. */
interface Block {
  first: Step;
  /** JSON texts of `PackedRound`s. */
  rounds: string[];
  length: number;
  statements: number;
  durationMs: number;
  last: Step;
}

/** A row is written, read and compressed whole: it holds about this many characters. */
const BLOCK_LENGTH = 256 * 1_024;
/** A round with more to say gets a row of its own. */
const LONGEST_ROUND = 64 * 1_024;

const blocks = new Map<string, Block>();
let full: string[] = [];

/**
 * Adds what a step did in a round of a loop to the row of its node.
 * @returns false for a step that needs a row of its own: it has been written before, did something outside, was tried
 *   again, did not succeed, or has much to say
 */
export function packRound(step: Step, { status, output = "null", handle }: StepStanding): boolean {
  if (status !== "succeeded" || step.path === "" || step.attempt > 1 || step.effectsStarted > 0) return false;
  if (step.announced || step.isKnown || step.input.length + output.length + step.logBytes > LONGEST_ROUND) return false;
  const before = blocks.get(step.nodeId);
  const block = before ?? { first: step, rounds: [], length: 0, statements: 0, durationMs: 0, last: step };
  const durationMs = Math.round(step.duration() * 1_000) / 1_000;
  const lines = before && haveSameLines(step, before.last) ? "0" : linesText(step);
  const text =
    `["${step.path}",${step.ordinal},${step.input},${output},${handle === undefined ? "null" : JSON.stringify(handle)},` +
    `[${step.log.join(",")}],${step.statements},${lines},${step.clock - block.first.clock},${durationMs}]`;
  block.rounds.push(text);
  block.length += text.length;
  block.statements += step.statements;
  block.durationMs += durationMs;
  block.last = step;
  if (!before) blocks.set(step.nodeId, block);
  if (block.length < BLOCK_LENGTH) return true;
  blocks.delete(step.nodeId);
  full.push(rowText(block));
  return true;
}

/** @returns the JSON texts of the rows since the last time */
export function takePacked(): string[] {
  if (blocks.size === 0 && full.length === 0) return full;
  for (const block of blocks.values()) full.push(rowText(block));
  blocks.clear();
  const texts = full;
  full = [];
  return texts;
}

function rowText({ first, rounds, statements, durationMs }: Block): string {
  return (
    `{"nodeId":${JSON.stringify(first.nodeId)},"path":"${first.path}","attempt":1,"ordinal":${first.ordinal},` +
    `"status":"succeeded","handled":false,"input":null,"output":null,"handle":null,"error":null,"log":[],` +
    `"statements":${statements},"lines":null,"startedAt":${first.clock},"durationMs":${Math.round(durationMs * 1_000) / 1_000},` +
    `"rounds":[${rounds.join(",")}]}`
  );
}

/** Of two steps of one node, whose code is the same. */
function haveSameLines({ meter, counts }: Step, before: Step): boolean {
  if ((meter === null) !== (before.meter === null) || counts.length !== before.counts.length) return false;
  for (let at = 1; at < counts.length; at++) if (counts[at] !== before.counts[at]) return false;
  return true;
}
