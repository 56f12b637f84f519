-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('member', 'builder', 'administrator');

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "demo" TEXT NOT NULL DEFAULT 'none',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "workspace_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "one_time_notice" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_version" INTEGER NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm_module" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "api_name" TEXT NOT NULL,
    "singular" TEXT NOT NULL,
    "plural" TEXT NOT NULL,
    "name_fields" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "crm_module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm_field" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "api_name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "unique" BOOLEAN NOT NULL DEFAULT false,
    "options" JSONB,
    "lookup_module" TEXT,
    "currency" TEXT,
    "initial_value" JSONB,
    "position" INTEGER NOT NULL,

    CONSTRAINT "crm_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm_record" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL DEFAULT '',
    "data" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "crm_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm_unique_value" (
    "module_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "crm_unique_value_pkey" PRIMARY KEY ("module_id","field","value")
);

-- CreateTable
CREATE TABLE "record_event" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "user_id" TEXT,
    "execution_id" UUID,
    "node_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automation" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "published_revision" INTEGER,
    "live_version_id" UUID,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "owner_id" TEXT NOT NULL,
    "from_function_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "automation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automation_version" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "automation_id" UUID,
    "function_id" UUID,
    "kind" TEXT NOT NULL,
    "number" INTEGER,
    "document" JSONB NOT NULL,
    "typescript" TEXT NOT NULL,
    "javascript" TEXT NOT NULL,
    "line_map" JSONB NOT NULL,
    "abi" INTEGER NOT NULL,
    "function_versions" JSONB NOT NULL,
    "note" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automation_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trigger" (
    "automation_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "module" TEXT,
    "label" TEXT,
    "api_name" TEXT,
    "config" JSONB NOT NULL,

    CONSTRAINT "trigger_pkey" PRIMARY KEY ("automation_id","node_id")
);

-- CreateTable
CREATE TABLE "function" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "signature" JSONB NOT NULL,
    "latest_version" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "last_tested_at" TIMESTAMPTZ(3),
    "last_test_result" TEXT,

    CONSTRAINT "function_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "function_version" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "function_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "signature" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "function_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "execution" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "automation_id" UUID,
    "version_id" UUID NOT NULL,
    "function_id" UUID,
    "mode" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "trigger_type" TEXT NOT NULL,
    "trigger_node_id" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "output" JSONB,
    "error" JSONB,
    "outcome" JSONB,
    "handled_failures" INTEGER NOT NULL DEFAULT 0,
    "module" TEXT,
    "record_id" UUID,
    "record_name" TEXT,
    "started_by_id" TEXT,
    "started_from" TEXT NOT NULL,
    "runs_as_id" TEXT,
    "request_id" TEXT,
    "rerun_of_id" UUID,
    "limits" JSONB NOT NULL,
    "seed" BIGINT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "statements" INTEGER NOT NULL DEFAULT 0,
    "active_ms" INTEGER NOT NULL DEFAULT 0,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "wake_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "fence" BIGINT NOT NULL DEFAULT 0,
    "worker_losses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "execution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "execution_step" (
    "execution_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "path" TEXT NOT NULL DEFAULT '',
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "workspace_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "handled" BOOLEAN NOT NULL DEFAULT false,
    "input" JSONB,
    "output" JSONB,
    "handle" TEXT,
    "error" JSONB,
    "log" JSONB NOT NULL,
    "statements" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "execution_step_pkey" PRIMARY KEY ("execution_id","node_id","path","attempt")
);

-- CreateTable
CREATE TABLE "execution_effect" (
    "execution_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "path" TEXT NOT NULL DEFAULT '',
    "ordinal" INTEGER NOT NULL,
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "argument_hash" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "result" JSONB,
    "error" JSONB,
    "fence" BIGINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" DOUBLE PRECISION,

    CONSTRAINT "execution_effect_pkey" PRIMARY KEY ("execution_id","node_id","path","ordinal")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "service_key" TEXT,
    "name" TEXT NOT NULL,
    "link_name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "auth" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_secret" (
    "connection_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_secret_pkey" PRIMARY KEY ("connection_id","field")
);

-- CreateTable
CREATE TABLE "data_key" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("workspace_id","version")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "automation_id" UUID,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "one_time_notice_workspace_id_kind_idx" ON "one_time_notice"("workspace_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "crm_module_workspace_id_api_name_key" ON "crm_module"("workspace_id", "api_name");

-- CreateIndex
CREATE UNIQUE INDEX "crm_field_module_id_api_name_key" ON "crm_field"("module_id", "api_name");

-- CreateIndex
CREATE INDEX "crm_record_workspace_id_module_id_created_at_id_idx" ON "crm_record"("workspace_id", "module_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "crm_record_workspace_id_module_id_name_id_idx" ON "crm_record"("workspace_id", "module_id", "name", "id");

-- CreateIndex
CREATE INDEX "crm_record_data_idx" ON "crm_record" USING GIN ("data" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "crm_unique_value_record_id_idx" ON "crm_unique_value"("record_id");

-- CreateIndex
CREATE INDEX "record_event_workspace_id_record_id_created_at_idx" ON "record_event"("workspace_id", "record_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "record_event_execution_id_idx" ON "record_event"("execution_id");

-- CreateIndex
CREATE INDEX "automation_workspace_id_deleted_at_updated_at_idx" ON "automation"("workspace_id", "deleted_at", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "automation_version_workspace_id_idx" ON "automation_version"("workspace_id");

-- CreateIndex
CREATE INDEX "automation_version_function_id_idx" ON "automation_version"("function_id");

-- CreateIndex
CREATE UNIQUE INDEX "automation_version_automation_id_number_key" ON "automation_version"("automation_id", "number");

-- CreateIndex
CREATE INDEX "trigger_workspace_id_type_module_idx" ON "trigger"("workspace_id", "type", "module");

-- CreateIndex
CREATE UNIQUE INDEX "trigger_workspace_id_api_name_key" ON "trigger"("workspace_id", "api_name");

-- CreateIndex
CREATE INDEX "function_workspace_id_name_idx" ON "function"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "function_version_function_id_number_key" ON "function_version"("function_id", "number");

-- CreateIndex
CREATE INDEX "execution_workspace_id_started_at_id_idx" ON "execution"("workspace_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "execution_workspace_id_status_started_at_id_idx" ON "execution"("workspace_id", "status", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "execution_workspace_id_automation_id_status_started_at_id_idx" ON "execution"("workspace_id", "automation_id", "status", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "execution_workspace_id_record_id_started_at_idx" ON "execution"("workspace_id", "record_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "execution_status_lease_until_idx" ON "execution"("status", "lease_until");

-- CreateIndex
CREATE UNIQUE INDEX "execution_workspace_id_request_id_key" ON "execution"("workspace_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_workspace_id_link_name_key" ON "connection"("workspace_id", "link_name");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_public_id_key" ON "api_key"("public_id");

-- CreateIndex
CREATE INDEX "api_key_workspace_id_automation_id_idx" ON "api_key"("workspace_id", "automation_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm_field" ADD CONSTRAINT "crm_field_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "crm_module"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_version" ADD CONSTRAINT "automation_version_automation_id_fkey" FOREIGN KEY ("automation_id") REFERENCES "automation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "function_version" ADD CONSTRAINT "function_version_function_id_fkey" FOREIGN KEY ("function_id") REFERENCES "function"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "execution_step" ADD CONSTRAINT "execution_step_execution_id_fkey" FOREIGN KEY ("execution_id") REFERENCES "execution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "execution_effect" ADD CONSTRAINT "execution_effect_execution_id_fkey" FOREIGN KEY ("execution_id") REFERENCES "execution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_secret" ADD CONSTRAINT "connection_secret_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
