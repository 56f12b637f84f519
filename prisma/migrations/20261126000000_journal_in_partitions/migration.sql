-- Steps and effects are partitioned by ranges of their execution's id, which is its time, so forgetting a week is dropping it.
-- What is there becomes the first partition, with whatever columns it has. The product makes the weeks after it when it
-- starts, and puts into them what the default partitions took. Partitions lie in a schema of their own.
CREATE SCHEMA IF NOT EXISTS "history";

ALTER TABLE "execution_step" RENAME CONSTRAINT "execution_step_pkey" TO "execution_step_before_pkey";
ALTER TABLE "execution_step" RENAME TO "execution_step_before";
ALTER TABLE "execution_step_before" SET SCHEMA "history";
CREATE TABLE "execution_step" (LIKE "history"."execution_step_before" INCLUDING ALL) PARTITION BY RANGE ("execution_id");
CREATE TABLE "history"."execution_step_default" PARTITION OF "execution_step" DEFAULT;
WITH later AS (DELETE FROM "history"."execution_step_before" WHERE "execution_id" >= '01a229c0-5400-0000-0000-000000000000' RETURNING *)
  INSERT INTO "execution_step" SELECT * FROM later;
ALTER TABLE "execution_step" ATTACH PARTITION "history"."execution_step_before" FOR VALUES FROM (MINVALUE) TO ('01a229c0-5400-0000-0000-000000000000');

ALTER TABLE "execution_effect" RENAME CONSTRAINT "execution_effect_pkey" TO "execution_effect_before_pkey";
ALTER TABLE "execution_effect" RENAME TO "execution_effect_before";
ALTER TABLE "execution_effect_before" SET SCHEMA "history";
CREATE TABLE "execution_effect" (LIKE "history"."execution_effect_before" INCLUDING ALL) PARTITION BY RANGE ("execution_id");
CREATE TABLE "history"."execution_effect_default" PARTITION OF "execution_effect" DEFAULT;
WITH later AS (DELETE FROM "history"."execution_effect_before" WHERE "execution_id" >= '01a229c0-5400-0000-0000-000000000000' RETURNING *)
  INSERT INTO "execution_effect" SELECT * FROM later;
ALTER TABLE "execution_effect" ATTACH PARTITION "history"."execution_effect_before" FOR VALUES FROM (MINVALUE) TO ('01a229c0-5400-0000-0000-000000000000');
