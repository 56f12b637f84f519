-- AlterTable
ALTER TABLE "execution_step" ADD COLUMN     "lines" JSONB;
