-- CreateIndex
CREATE INDEX "execution_workspace_id_started_by_id_status_started_at_id_idx" ON "execution"("workspace_id", "started_by_id", "status", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "execution_rerun_of_id_idx" ON "execution"("rerun_of_id");
