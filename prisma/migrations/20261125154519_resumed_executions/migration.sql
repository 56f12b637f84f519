-- AlterTable
ALTER TABLE "execution" ADD COLUMN     "decisions" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "time_zone" TEXT,
ALTER COLUMN "input" SET DATA TYPE JSON,
ALTER COLUMN "variables" SET DATA TYPE JSON;

-- AlterTable
ALTER TABLE "execution_effect" ALTER COLUMN "result" SET DATA TYPE JSON,
ALTER COLUMN "error" SET DATA TYPE JSON;

-- AlterTable
ALTER TABLE "execution_step" ALTER COLUMN "output" SET DATA TYPE JSON,
ALTER COLUMN "error" SET DATA TYPE JSON;
