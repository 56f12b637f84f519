-- AlterTable
ALTER TABLE "execution" ADD COLUMN     "awaited" BOOLEAN NOT NULL DEFAULT true;
