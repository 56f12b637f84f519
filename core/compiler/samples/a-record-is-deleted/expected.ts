// Delete
import type { Run } from "millrace";

export default async function delete2(run: Run, trigger: { id: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Delete the lead
  const gone = await run.attempt(() => run.deleteRecord("gone", () => ({ module: "Leads", id: input.id })));
  if (run.failed(gone)) {
    // Say sorry
    return run.return("sorry", () => gone.error.code);
  }

  // Answer
  return run.return("answer", () => gone);
}
