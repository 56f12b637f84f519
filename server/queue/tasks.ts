import type { App } from "@/server/app";
import { pruneTestVersions } from "@/server/automations/prune-test-versions";
import { pruneFiles } from "@/server/files/prune-files";
import { sendMails } from "@/server/mails/send-mails";
import { pruneNotices } from "@/server/notices/prune-notices";
import { pruneUsage } from "@/server/quotas/prune-usage";
import { makePartitions } from "@/server/retention/make-partitions";
import { pruneExecutions } from "@/server/retention/prune-executions";
import { prunePartitions } from "@/server/retention/prune-partitions";
import { pruneSessions } from "@/server/users/prune-sessions";

/** What the queue can do, by the name stored in its rows. */
export const TASKS = {
  prune: {
    /** When it is due by itself: minute, hour, day of the month, month, day of the week; UTC. */
    cron: "23 3 * * *",
    run: async (app: App): Promise<void> => {
      const sessions = await pruneSessions(app);
      const executions = await pruneExecutions(app);
      const partitions = await prunePartitions(app);
      const made = await makePartitions(app);
      const versions = await pruneTestVersions(app);
      const files = await pruneFiles(app);
      const days = await pruneUsage(app);
      const notices = await pruneNotices(app);
      app.log.info({ sessions, executions, partitions, made, versions, files, days, notices }, "pruned");
    },
  },
  "send-mails": { cron: null, run: sendMails },
} satisfies Record<string, { cron: string | null; run(app: App): Promise<void> }>;

export type TaskName = keyof typeof TASKS;
