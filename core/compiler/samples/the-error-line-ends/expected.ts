// Fails politely
import type { Failed, Run } from "millrace";

export default async function failsPolitely(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask for the rate
  const rate = await run.attempt(() => run.call<any>("rate", () => ({
    method: "GET",
    url: "https://example.org/rate",
  })));
  if (run.failed(rate)) {
    // Note
    await run.log("note", () => ({
      level: "error",
      message: `Failed: ${rate.error.message ?? ""}`,
    }));

    // Answer
    return run.return("sorry", () => rate.error.status);
  }

  // Answer
  return run.return("answer", () => rate.ok);
}
