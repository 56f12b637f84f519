-- AlterTable
ALTER TABLE "execution" ADD COLUMN     "cause_execution_id" UUID,
ADD COLUMN     "depth" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "variables" JSONB;

-- AlterTable
ALTER TABLE "execution_effect" DROP CONSTRAINT "execution_effect_pkey",
ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "execution_effect_pkey" PRIMARY KEY ("execution_id", "node_id", "path", "attempt", "ordinal");

-- CreateTable
CREATE TABLE "wait_ticket" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "execution_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "path" TEXT NOT NULL DEFAULT '',
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" BYTEA,
    "question" TEXT,
    "approvers" TEXT[],
    "due_at" TIMESTAMPTZ(3),
    "answer" JSONB,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wait_ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "execution_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "to" TEXT[],
    "cc" TEXT[],
    "reply_to" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "html" TEXT,
    "refusal" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_value" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_execution_id" UUID,

    CONSTRAINT "stored_value_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "variable" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT,
    "key_version" INTEGER,
    "ciphertext" BYTEA,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" TEXT,

    CONSTRAINT "variable_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "wait_ticket_token_hash_key" ON "wait_ticket"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "wait_ticket_execution_id_node_id_path_attempt_ordinal_key" ON "wait_ticket"("execution_id", "node_id", "path", "attempt", "ordinal");

-- CreateIndex
CREATE INDEX "outgoing_mail_workspace_id_created_at_id_idx" ON "outgoing_mail"("workspace_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "outgoing_mail_execution_id_idx" ON "outgoing_mail"("execution_id");

-- CreateIndex
CREATE UNIQUE INDEX "variable_workspace_id_name_key" ON "variable"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "execution_cause_execution_id_idx" ON "execution"("cause_execution_id");

-- CreateIndex
CREATE INDEX "execution_status_wake_at_idx" ON "execution"("status", "wake_at");
