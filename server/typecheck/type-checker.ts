import { CheckerProcess } from "@/server/typecheck/checker-process";
import type { Answer, Question } from "@/server/typecheck/protocol";

/** Where the types of code are checked: TypeScript's compiler in a process of its own. */
export interface TypeChecker {
  /** @returns null when it could not be answered: the process died, or took too long */
  ask(question: Question): Promise<Answer | null>;
  /** @returns the id of the process that is kept warm; null while there is none */
  processId(): number | null;
  close(): void;
}

export interface TypeCheckerOptions {
  /** What `scripts/bundle-typecheck.mjs` made. */
  childSource: string;
  /** A check that takes longer is given up. */
  timeoutMs?: number;
  /** A process that nobody asks anything ends after this. */
  idleMs?: number;
}

const TIMEOUT_MS = 10_000;
const IDLE_MS = 60_000;
/** Reading the compiler takes a second, several on a busy machine; that is not the question's time. */
const STARTS_WITHIN_MS = 60_000;
/** Whoever asks while more are waiting is answered with nothing. */
const LONGEST_QUEUE = 200;

interface Waiting {
  question: Question;
  resolve: (answer: Answer | null) => void;
}

/**
 * Makes the checker. Its process starts with the first question, answers one after the other, is killed when one takes
 * too long and started again for the next, and ends when nobody asks for a minute.
 */
export function createTypeChecker({
  childSource,
  timeoutMs = TIMEOUT_MS,
  idleMs = IDLE_MS,
}: TypeCheckerOptions): TypeChecker {
  const queue: Waiting[] = [];
  let child: CheckerProcess | null = null;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (closed || queue.length >= LONGEST_QUEUE) return resolve(null);
        queue.push({ question, resolve });
        next();
      }),
    processId: () => child?.pid ?? null,
    close: () => {
      closed = true;
      for (const { resolve } of queue.splice(0)) resolve(null);
      child?.kill();
      child = null;
      finish(null);
    },
  };

  function next(): void {
    if (current) return;
    clearTimeout(timer);
    current = queue.shift() ?? null;
    if (!current) {
      timer = setTimeout(end, idleMs);
      timer.unref();
      return;
    }
    child ??= start();
    timer = setTimeout(end, child?.ready ? timeoutMs : STARTS_WITHIN_MS);
    if (child) child.ask(current.question, finish);
    else finish(null);
  }

  function finish(answer: Answer | null): void {
    const asked = current;
    current = null;
    clearTimeout(timer);
    asked?.resolve(answer);
    if (!closed) next();
  }

  /** Ends the process; a question it has not answered is over. */
  function end(): void {
    const asked = current;
    child?.kill();
    child = null;
    if (asked) finish(null);
  }

  function start(): CheckerProcess | null {
    try {
      const started: CheckerProcess = new CheckerProcess(childSource, {
        onReady: () => {
          if (child !== started || !current) return;
          clearTimeout(timer);
          timer = setTimeout(end, timeoutMs);
        },
        onExit: () => {
          if (child !== started) return;
          child = null;
          if (current) finish(null);
        },
      });
      return started;
    } catch {
      return null;
    }
  }
}
