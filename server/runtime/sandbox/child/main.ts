import { JSException } from "quickjs-wasi";
import { createEngine, type Engine } from "@/server/runtime/sandbox/child/engine";
import { readFrame, writeFrame } from "@/server/runtime/sandbox/child/parent-pipe";
import { ProgramWorld, type WorldSettings } from "@/server/runtime/sandbox/child/program-world";
import { type Broken, FRAME, type Frame } from "@/server/runtime/sandbox/frames";
import type { SandboxError } from "@/server/runtime/sandbox/sandbox";

/*
 * The process in which programs run: no environment, no files, no network, only its parent's two pipes. It does one
 * thing at a time and waits for the parent by blocking.
 */

interface LoadedProgram {
  javascript: string;
  nodeIds: string;
  timeZone: string;
  world: ProgramWorld | null;
}

const programs = new Map<string, LoadedProgram>();
/** The program whose call waits for answers; "" when none does. */
let waiting = "";

async function main(): Promise<void> {
  const engine = await createEngine(readFrame().parts);
  writeFrame(FRAME.ready);
  for (;;) await handle(engine, readFrame());
}

async function handle(engine: Engine, { kind, parts }: Frame): Promise<void> {
  const [id = "", ...texts] = kind === FRAME.resume ? [String(parts[0])] : parts.map(String);
  switch (kind) {
    case FRAME.load: {
      const [javascript = "", nodeIds = "{}", timeZone = "UTC"] = texts;
      programs.set(id, { javascript, nodeIds, timeZone, world: null });
      return;
    }
    case FRAME.unload:
      programs.delete(id);
      return;
    case FRAME.start:
      return attempt(id, async () => {
        const [settings = "{}", payload = "null"] = texts;
        const world = await newWorld(engine, id);
        return world.start({ ...(JSON.parse(settings) as WorldSettings), elapsedMs: 0 }, settings, payload);
      });
    case FRAME.resume:
      return attempt(id, async () => {
        const world = await newWorld(engine, id);
        world.putBack(parts[2] ?? Buffer.alloc(4), JSON.parse(String(parts[1])) as WorldSettings);
        return world.answer(String(parts[3]));
      });
    case FRAME.answers:
      return attempt(waiting, async () => waitingWorld().answer(id));
    case FRAME.abort:
      return attempt(waiting, async () => waitingWorld().abort(JSON.parse(id) as SandboxError));
    case FRAME.park:
      writeFrame(FRAME.parked, waitingWorld().pages());
      waiting = "";
  }
}

/** Runs a call on and tells the parent what is next, or that its world broke. */
async function attempt(programId: string, run: () => Promise<string>): Promise<void> {
  const program = programs.get(programId);
  try {
    const drained = await run();
    waiting = programId;
    writeFrame(FRAME.drained, drained);
  } catch (thrown) {
    if (program) program.world = null;
    writeFrame(FRAME.broken, JSON.stringify(toBroken(thrown)));
  }
}

async function newWorld(engine: Engine, programId: string): Promise<ProgramWorld> {
  const program = programs.get(programId);
  if (!program) throw new Error("this program was not loaded");
  if (program.world) await program.world.reset();
  else program.world = await ProgramWorld.load(engine, program);
  return program.world;
}

function waitingWorld(): ProgramWorld {
  const world = programs.get(waiting)?.world;
  if (!world) throw new Error("no call waits here");
  return world;
}

function toBroken(thrown: unknown): Broken {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof JSException && message.includes("out of memory")) return { code: "MEMORY_LIMIT", message };
  if (thrown instanceof RangeError && message.includes("call stack")) return { code: "STACK_LIMIT", message };
  return { code: "INTERNAL", message };
}

void main();
