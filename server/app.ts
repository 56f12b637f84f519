import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Role } from "@/core/users/roles";
import type { Clock } from "@/server/clock";
import type { SecretBox } from "@/server/connections/secret-box";
import type { Changes } from "@/server/database/changes";
import type { PrismaClient } from "@/server/database/client";
import type { Egress } from "@/server/egress";
import type { MailServer } from "@/server/egress/mail-server";
import type { Env } from "@/server/env";
import type { Metrics } from "@/server/metrics/metrics";
import type { Journal } from "@/server/runtime/journal/journal";
import type { Sandbox } from "@/server/runtime/sandbox/sandbox";
import type { Tracer } from "@/server/traces/tracer";
import type { TypeChecker } from "@/server/typecheck/type-checker";

/** Everything a use-case may need from the process it runs in; made once in `main.ts`, or by a test for itself. */
export interface App {
  env: Env;
  log: Logger;
  clock: Clock;
  /** Prisma: everything but the journal, record writes and other hot paths. */
  db: PrismaClient;
  /** Raw PostgreSQL for the journal, `writeRecord` and other hot paths. */
  pool: Pool;
  /** LISTEN/NOTIFY: ids of what changed. */
  changes: Changes;
  secretBox: SecretBox;
  egress: Egress;
  /** Null when none is set up. */
  mailServer: MailServer | null;
  sandbox: Sandbox;
  /** Checks the types of compiled modules and functions. */
  typeChecker: TypeChecker;
  journal: Journal;
  metrics: Metrics;
  /** Null where no receiver of traces is set up. */
  tracer: Tracer | null;
}

/** Who asks. Every use-case that reads or writes rows takes one and stays inside its workspace. */
export interface Actor {
  workspaceId: string;
  /** Null for a management key, which acts for the workspace. */
  userId: string | null;
  name: string;
  role: Role;
}
