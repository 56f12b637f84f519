-- AlterTable
ALTER TABLE "execution_step" ADD COLUMN     "rounds" TEXT;
