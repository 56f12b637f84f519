import { createInterface } from "node:readline";
import { answer } from "@/server/typecheck/child/answer";
import { loadCompiler } from "@/server/typecheck/child/load-compiler";
import { createPrograms, type Programs } from "@/server/typecheck/child/programs";
import { type Answered, type Asked, type CheckerAssets, READY } from "@/server/typecheck/protocol";

// The checker's process: its first line holds the compiler and what it needs, each later one a question.
let programs: Programs | null = null;

createInterface({ input: process.stdin })
  .on("line", (line) => {
    if (programs) process.stdout.write(`${JSON.stringify(reply(programs, JSON.parse(line) as Asked))}\n`);
    else {
      programs = start(JSON.parse(line) as CheckerAssets);
      process.stdout.write(`${JSON.stringify(READY)}\n`);
    }
  })
  .on("close", () => process.exit(0));

/** The libraries are read once before the first question. */
function start(assets: CheckerAssets): Programs {
  const ts = loadCompiler(assets.compiler);
  const started = createPrograms(ts, { ...assets.libs, ...assets.declarations }, Object.keys(assets.declarations));
  started.check({ kind: "module", text: "export {};\n", notes: [], steps: [] });
  return started;
}

/** A question that the compiler itself breaks on has no answer. */
function reply(programs: Programs, { id, question }: Asked): Answered {
  try {
    return { id, answer: answer(programs, question) };
  } catch {
    return { id, answer: null };
  }
}
