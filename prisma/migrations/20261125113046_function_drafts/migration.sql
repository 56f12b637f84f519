-- AlterTable
ALTER TABLE "function" ADD COLUMN     "published_revision" INTEGER,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "function_version" ADD COLUMN     "note" TEXT;

-- Until now a save made a version at once: every draft is its function's newest version.
UPDATE "function" SET "published_revision" = "revision" WHERE "latest_version" > 0;
