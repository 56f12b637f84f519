// Two tries
import type { Run } from "millrace";

export default async function twoTries(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // First try
  const first = await run.attempt(() => run.call<any>("first", () => ({
    method: "GET",
    url: "https://example.org/a",
  })));
  if (run.failed(first)) {
    // Second try
    const second = await run.attempt(() => run.call<any>("second", () => ({
      method: "GET",
      url: "https://example.org/b",
    })));
    if (run.failed(second)) {
      // Answer
      return run.return("sorry", () => `${first.error.message ?? ""} and ${second.error.message ?? ""}`);
    }
  }

  // Answer
  return run.return("answer", () => "worked");
}
