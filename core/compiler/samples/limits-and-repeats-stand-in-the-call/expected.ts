// Policy
import type { Run } from "millrace";

export default async function policy(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Pay
  const pay = await run.call<any>("pay", () => ({
    method: "POST",
    url: "https://example.org/pay",
    body: { amount: 5 },
  }), { attempts: 3, waitMs: 2000, backoff: "exponential", timeLimitMs: 5000, afterCrash: "repeat" });

  // Next number
  const number = await run.function("number", () => ({ step: 2 }), nextNumber, { timeLimitMs: 1000 });

  // Work
  const work = await run.code("work", () => ({ number }), computeWork, { timeLimitMs: 200 });

  // Answer
  return run.return("answer", () => [pay.ok, work.n]);
}

// Work
function computeWork({ number }: { number: Awaited<ReturnType<typeof nextNumber>> }) {
return { n: number };
}

// Function nextNumber, version 1
const nextNumber = (() => {
let last = 0;

type Step = number;

function nextNumber(step: Step = 1) {
  last += step;
  return last;
}

return nextNumber;
})();
