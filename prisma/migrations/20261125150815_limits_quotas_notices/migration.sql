-- AlterTable
ALTER TABLE "automation" ADD COLUMN     "failures_in_row" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "outgoing_mail" ALTER COLUMN "execution_id" DROP NOT NULL,
ALTER COLUMN "node_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "workspace_setting" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" TEXT,

    CONSTRAINT "workspace_setting_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "quota_day" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_day_pkey" PRIMARY KEY ("workspace_id","day")
);

-- CreateTable
CREATE TABLE "quota_use" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "quota" TEXT NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "granted" INTEGER NOT NULL DEFAULT 0,
    "limit" INTEGER NOT NULL,

    CONSTRAINT "quota_use_pkey" PRIMARY KEY ("workspace_id","day","quota")
);

-- CreateTable
CREATE TABLE "quota_user" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "quota" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "source_id" UUID NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "quota_user_pkey" PRIMARY KEY ("workspace_id","day","quota","hour","source_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "role" "Role" NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_read" (
    "notice_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_read_pkey" PRIMARY KEY ("notice_id","user_id")
);

-- CreateIndex
CREATE INDEX "notice_workspace_id_last_at_idx" ON "notice"("workspace_id", "last_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notice_workspace_id_cause_key" ON "notice"("workspace_id", "cause");

-- AddForeignKey
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;
