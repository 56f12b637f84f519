-- AlterTable
ALTER TABLE "execution" ADD COLUMN     "concurrency_key" TEXT;

-- The queue: the head of each automation is one probe, however long its queue.
CREATE INDEX "execution_queued" ON "execution" ("workspace_id", "automation_id", "queued_at", "id")
  WHERE "status" = 'queued' AND "concurrency_key" IS NULL;

-- The head of each key of an automation likewise.
CREATE INDEX "execution_queued_by_key" ON "execution" ("workspace_id", "automation_id", "concurrency_key", "queued_at", "id")
  WHERE "status" = 'queued' AND "concurrency_key" IS NOT NULL;

-- One execution of a key is begun and unfinished.
CREATE UNIQUE INDEX "execution_begun_by_key" ON "execution" ("automation_id", "concurrency_key")
  WHERE "concurrency_key" IS NOT NULL AND "started_at" IS NOT NULL AND "finished_at" IS NULL;
