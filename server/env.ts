import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { PASSWORD_LENGTH, passwordRule } from "@/core/users/password-rule";

/** The settings of a process, parsed once at its start. */
export interface Env {
  /** The one port everything is served on. */
  port: number;
  /** The address to listen on; `localhost` is both loopbacks. */
  host: string;
  /** Names other than localhost and plain addresses that a browser may use for this server. */
  allowedHosts: string[];
  /** Absolute path of the folder for database, keys and logs. */
  dataFolder: string;
  /** Null for the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** The first administrator, made at the first start; null for the set-up page. */
  owner: { email: string; password: string } | null;
  /** A key with every management scope. */
  apiKey: string | null;
  /** Private `host:port` pairs that automations may reach. */
  egressAllow: string[];
  /** 32 bytes; null when the key in the data folder counts. */
  masterKey: Buffer | null;
  /** The mail server that mails of automations go to; null keeps them in the outbox. */
  smtp: { url: string; from: string } | null;
  demo: boolean;
  role: ProcessRole;
  /** Executions from the queue that this process runs at once; null: as many as its sandbox serves well. */
  executionsAtOnce: number | null;
  /** How long a stopping process still takes requests after it has said that it is not ready. */
  drainSeconds: number;
  /** For how many days an execution that ended is kept, and one that failed. */
  keepDays: number;
  keepFailedDays: number;
  /** The most of a workspace, newest first; null: any number. */
  keepExecutions: number | null;
  /** Who may read /metrics says this; null: this machine alone. */
  metricsToken: string | null;
  /** Where traces of executions go; null: nowhere. */
  traces: { endpoint: string; service: string; sendWithCalls: boolean } | null;
}

/** What a process does: everything, or only what people and programs wait for, or only what nobody waits for. */
export type ProcessRole = "all" | "web" | "worker";

/** Every mistake in the settings, one sentence each. */
export class SettingsError extends Error {
  readonly mistakes: string[];

  constructor(mistakes: string[], options: { cause?: unknown } = {}) {
    super(mistakes.join("\n"), options);
    this.name = "SettingsError";
    this.mistakes = mistakes;
  }
}

/**
 * Reads the settings.
 * @param source usually `process.env`; an empty value counts as not set.
 * @throws {SettingsError} naming each wrong variable and what to do, all at once.
 */
export function parseEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new SettingsError([...new Set(parsed.error.issues.map((issue) => issue.message))]);

  const values = parsed.data;
  const { MILLRACE_OWNER_EMAIL: email, MILLRACE_OWNER_PASSWORD: password } = values;
  return {
    port: values.PORT,
    host: values.MILLRACE_HOST,
    allowedHosts: values.MILLRACE_ALLOWED_HOSTS,
    dataFolder: resolve(values.MILLRACE_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    owner: email && password ? { email, password } : null,
    apiKey: values.MILLRACE_API_KEY ?? null,
    egressAllow: values.MILLRACE_EGRESS_ALLOW,
    masterKey: values.MILLRACE_MASTER_KEY ?? null,
    smtp: values.MILLRACE_SMTP_URL ? { url: values.MILLRACE_SMTP_URL, from: values.MILLRACE_MAIL_FROM } : null,
    demo: values.MILLRACE_DEMO ?? values.MILLRACE_ROLE === "all",
    role: values.MILLRACE_ROLE,
    executionsAtOnce: values.MILLRACE_AT_ONCE ?? null,
    drainSeconds: values.MILLRACE_DRAIN_SECONDS,
    keepDays: values.MILLRACE_KEEP_DAYS,
    keepFailedDays: values.MILLRACE_KEEP_FAILED_DAYS,
    keepExecutions: values.MILLRACE_KEEP_RUNS ?? null,
    metricsToken: values.MILLRACE_METRICS_TOKEN ?? null,
    traces: values.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
          service: values.OTEL_SERVICE_NAME,
          sendWithCalls: values.MILLRACE_SEND_TRACEPARENT,
        }
      : null,
  };
}

const HOST_PORT = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):(\d{1,5})$/i;
const HOST_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter(Boolean));

const wholeNumber = (name: string, meaning: string, least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `${name} must be a whole number from ${least} to ${most}: ${meaning}.`,
    })
    .transform(Number);

const settings = z
  .object({
    PORT: z
      .string()
      .default("3000")
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
        error: "PORT must be a number from 1 to 65535, such as PORT=3000.",
      })
      .transform(Number),
    MILLRACE_HOST: z
      .string()
      .default("localhost")
      .refine((host) => isIP(host) > 0 || HOST_NAME.test(host), {
        error: "MILLRACE_HOST must be an address to listen on, such as localhost, or 0.0.0.0 for every network.",
      }),
    MILLRACE_ALLOWED_HOSTS: list.refine((hosts) => hosts.every((host) => HOST_NAME.test(host)), {
      error:
        "MILLRACE_ALLOWED_HOSTS must be host names without scheme and port, separated by commas, such as crm.example.com.",
    }),
    MILLRACE_DATA: z.string().default(".millrace"),
    DATABASE_URL: z
      .string()
      .refine(isPostgresUrl, {
        error:
          "DATABASE_URL must be a PostgreSQL address, such as postgresql://user:password@host:5432/millrace; leave it out to use the embedded PostgreSQL.",
      })
      .optional(),
    MILLRACE_OWNER_EMAIL: z
      .email({ error: "MILLRACE_OWNER_EMAIL must be an e-mail address, such as you@example.com." })
      .optional(),
    MILLRACE_OWNER_PASSWORD: z
      .string()
      .refine((password) => passwordRule.safeParse(password).success, {
        error: `MILLRACE_OWNER_PASSWORD must have ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters; a few words in a row are fine.`,
      })
      .optional(),
    MILLRACE_API_KEY: z
      .string()
      .regex(/^[\x21-\x7e]{8,200}$/, {
        error: "MILLRACE_API_KEY must be 8 to 200 visible ASCII characters without spaces.",
      })
      .optional(),
    MILLRACE_EGRESS_ALLOW: list.refine((pairs) => pairs.every(isHostPort), {
      error:
        "MILLRACE_EGRESS_ALLOW must be host:port pairs separated by commas, such as 127.0.0.1:8080,intranet.example.com:443.",
    }),
    MILLRACE_MASTER_KEY: z
      .string()
      .refine((text) => decodeKey(text) !== null, {
        error: "MILLRACE_MASTER_KEY must be 32 bytes as base64 or hexadecimal; make one with: openssl rand -base64 32",
      })
      .transform((text) => decodeKey(text) ?? Buffer.alloc(0))
      .optional(),
    MILLRACE_SMTP_URL: z
      .string()
      .refine(isSmtpUrl, {
        error:
          "MILLRACE_SMTP_URL must be the address of a mail server, such as smtp://user:password@mail.example.com:587.",
      })
      .optional(),
    MILLRACE_MAIL_FROM: z
      .string()
      .regex(/^([^<>\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
        error: "MILLRACE_MAIL_FROM must be who mails are from, such as Millrace <crm@example.com>.",
      })
      .default("Millrace <millrace@localhost>"),
    MILLRACE_DEMO: z
      .enum(["0", "1", "false", "true"], {
        error: "MILLRACE_DEMO must be 1 (demo data at the first start) or 0 (none).",
      })
      .transform((value) => value === "1" || value === "true")
      .optional(),
    MILLRACE_ROLE: z
      .enum(["all", "web", "worker"], {
        error: "MILLRACE_ROLE must be all, web (pages and API) or worker (what nobody waits for).",
      })
      .default("all"),
    MILLRACE_AT_ONCE: wholeNumber(
      "MILLRACE_AT_ONCE",
      "the executions from the queue that run at once",
      1,
      1_000,
    ).optional(),
    MILLRACE_DRAIN_SECONDS: wholeNumber(
      "MILLRACE_DRAIN_SECONDS",
      "how long a stopping process still takes requests",
      0,
      300,
    ).default(0),
    MILLRACE_KEEP_DAYS: wholeNumber("MILLRACE_KEEP_DAYS", "the days a run is kept after its end", 1, 3_650).default(30),
    MILLRACE_KEEP_FAILED_DAYS: wholeNumber(
      "MILLRACE_KEEP_FAILED_DAYS",
      "the days a run that failed is kept",
      1,
      3_650,
    ).default(90),
    MILLRACE_KEEP_RUNS: wholeNumber(
      "MILLRACE_KEEP_RUNS",
      "the runs of a workspace that are kept",
      1_000,
      1_000_000_000,
    ).optional(),
    MILLRACE_METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/, {
        error: "MILLRACE_METRICS_TOKEN must be 16 to 200 visible ASCII characters without spaces.",
      })
      .optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .string()
      .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
        error:
          "OTEL_EXPORTER_OTLP_ENDPOINT must be the http address of an OTLP receiver, such as http://localhost:4318.",
      })
      .optional(),
    OTEL_SERVICE_NAME: z.string().max(200).default("millrace"),
    MILLRACE_SEND_TRACEPARENT: z
      .enum(["0", "1", "false", "true"], {
        error: "MILLRACE_SEND_TRACEPARENT must be 1 (calls with a connection carry the trace) or 0.",
      })
      .default("0")
      .transform((value) => value === "1" || value === "true"),
  })
  .refine((values) => !values.MILLRACE_OWNER_EMAIL === !values.MILLRACE_OWNER_PASSWORD, {
    error:
      "MILLRACE_OWNER_EMAIL and MILLRACE_OWNER_PASSWORD belong together: set both, or neither to use the set-up page.",
    when: ({ value }) => typeof value === "object",
  })
  .refine((values) => values.MILLRACE_ROLE === "all" || values.DATABASE_URL !== undefined, {
    error:
      "MILLRACE_ROLE=web and MILLRACE_ROLE=worker share one PostgreSQL: set DATABASE_URL to it, or leave MILLRACE_ROLE out.",
    when: ({ value }) => typeof value === "object",
  })
  .refine((values) => values.MILLRACE_ROLE === "all" || values.MILLRACE_DEMO !== true, {
    error: "MILLRACE_DEMO=1 needs MILLRACE_ROLE=all: the demo service runs inside one process.",
    when: ({ value }) => typeof value === "object",
  });

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && (hostname !== "" || text.includes("host=")) && pathname.length > 1;
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== "";
}

function isHostPort(pair: string): boolean {
  const port = Number(HOST_PORT.exec(pair)?.[2] ?? 0);
  return port >= 1 && port <= 65_535;
}

function decodeKey(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  const bytes = Buffer.from(text, "base64");
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && bytes.length === 32 ? bytes : null;
}
