// Perhaps a loop
import type { Run } from "millrace";

export default async function perhapsALoop(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // Any?
  const check = await run.choose("check", { some: () => input.list.length > 0 });

  let rows = undefined as any[] | undefined;
  if (check === "some") {
    // For each
    rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
      // Note
      const note = await run.set("note", () => ({ v: rows.item }));

      return () => note.v;
    });
  }

  // Answer
  return run.return("answer", () => rows?.length ?? 0);
}
