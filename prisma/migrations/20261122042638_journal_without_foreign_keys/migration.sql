-- DropForeignKey
ALTER TABLE "execution_effect" DROP CONSTRAINT "execution_effect_execution_id_fkey";

-- DropForeignKey
ALTER TABLE "execution_step" DROP CONSTRAINT "execution_step_execution_id_fkey";
