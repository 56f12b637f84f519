import { type BetterAuthOptions, betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { uuidv7 } from "uuidv7";
import { PASSWORD_LENGTH } from "@/core/users/password-rule";
import type { App } from "@/server/app";

/** The cookie that carries a session's token and its signature. */
export const SESSION_COOKIE = "millrace.session_token";

const SESSION_SECONDS = 30 * 24 * 3600;

/** @returns the process's better-auth; made once per `app`. */
export function authOf(app: App): Auth {
  const made = instances.get(app) ?? betterAuth(authOptions(app));
  instances.set(app, made);
  return made;
}

export type Auth = ReturnType<typeof betterAuth<ReturnType<typeof authOptions>>>;

const instances = new WeakMap<App, Auth>();

function authOptions(app: App) {
  return {
    appName: "Millrace",
    basePath: "/api/auth",
    // Only its path counts: no link is ever made of it, and the origin that may sign in is the request's own (below).
    baseURL: `http://localhost:${app.env.port}`,
    secret: app.secretBox.deriveKey("sessions").toString("base64"),
    database: prismaAdapter(app.db, { provider: "postgresql" }),
    // The host was checked before a request comes here, so a page of that very host is the only one to be trusted.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    // Ours counts per account too, and says when to come back: see `sign-in-throttle.ts`.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "millrace",
      // `auth-handler.ts` adds it where the request came over https.
      useSecureCookies: false,
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: ["x-millrace-address"] },
    },
    telemetry: { enabled: false },
    logger: { log: (level, message) => app.log[level](`better-auth: ${message}`) },
  } satisfies BetterAuthOptions;
}
