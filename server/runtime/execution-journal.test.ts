import type { Pool } from "pg";
import { expect, test } from "vitest";
import { ExecutionJournal } from "@/server/runtime/execution-journal";
import { type Journal, LostExecution } from "@/server/runtime/journal/journal";
import type { CreatedExecution, ExecutionProgress, JournalWrite } from "@/server/runtime/journal/journal-write";

const created = { seed: "1" } as unknown as CreatedExecution;
const progress = { status: "running" } as unknown as ExecutionProgress;

/** A journal whose writes fail with these, one after the other, and then succeed. */
function journalThatFails(...failures: Error[]) {
  const writes: JournalWrite[] = [];
  const journal: Pick<Journal, "write"> = {
    write: async (write) => {
      writes.push(write);
      const failure = failures.shift();
      if (failure) throw failure;
      return write.progress.status;
    },
  };
  const about = { created, document: { nodes: [] } };
  const facts = { executionId: "e", workspaceId: "w", fence: 1, about, running: () => progress };
  return { writes, kept: new ExecutionJournal(journal as Journal, {} as Pool, facts) };
}

test("what a failed write held is in the next one, and the execution's row is made then", async () => {
  const { writes, kept } = journalThatFails(new Error("the database restarts"));
  kept.addSteps('[{"nodeId":"a","path":""}]');
  await expect(kept.write()).rejects.toThrow("the database restarts");
  kept.addSteps('[{"nodeId":"b","path":""}]');

  await kept.write();

  expect(writes[1]?.created).toBe(created);
  expect(JSON.parse(writes[1]?.steps ?? "")).toMatchObject([{ nodeId: "a" }, { nodeId: "b" }]);
  expect(kept.exists).toBe(true);
});

test("an execution that another took over is not made again", async () => {
  const { writes, kept } = journalThatFails(new LostExecution("e"));
  await expect(kept.write()).rejects.toThrow(LostExecution);

  await kept.write();

  expect(writes[1]?.created).toBeNull();
});

test("while the database is away it is written again, and what comes later is written later", async () => {
  const away = Object.assign(new Error("terminating connection"), { code: "57P01" });
  const { writes, kept } = journalThatFails(away, away);
  kept.exists = true;
  kept.addSteps('[{"nodeId":"a","path":"","status":"running"}]');
  const first = kept.write();
  kept.addSteps('[{"nodeId":"a","path":"","status":"succeeded"}]');
  await Promise.all([first, kept.write()]);

  expect(writes.length).toBeGreaterThan(2);
  const statuses = writes.flatMap(({ steps }) => JSON.parse(steps) as { status: string }[]);
  expect(statuses.at(-1)).toMatchObject({ status: "succeeded" });
});

test("a row that could not be made is not made later behind its caller's back", async () => {
  const { writes, kept } = journalThatFails(Object.assign(new Error("no"), { code: "ECONNREFUSED" }));
  await expect(kept.write()).rejects.toThrow("no");
  expect(writes).toHaveLength(1);
});
