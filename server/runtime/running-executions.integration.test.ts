import { afterAll, beforeAll, expect, it } from "vitest";
import { execute } from "@/server/runtime/execute";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

it("an execution whose row is being written while leases are renewed goes on", async () => {
  const { app } = test;
  const { journal } = app;
  let renewedBeforeRow = 0;
  app.journal = {
    owner: journal.owner,
    writeInside: (tx, write) => journal.writeInside(tx, write),
    write: async (write) => {
      if (write.created) {
        renewedBeforeRow++;
        await RunningExecutions.of(app).renew();
      }
      return journal.write(write);
    },
  };
  const version = handWritten(`
    await run.createRecord("a", ($s) => ({ module: "Leads", data: { Last_Name: "Lovelace", Company: "Acme" } }));
    return run.return("b", ($s) => "done");`);
  const outcome = await execute(app, pressed(test.workspaceId, version)).finally(() => {
    app.journal = journal;
  });
  expect(renewedBeforeRow).toBe(1);
  expect([outcome.status, outcome.output]).toEqual(["succeeded", "done"]);
});
