import { initTRPC, TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import superjson from "superjson";
import { ZodError } from "zod";
import { AppError, ERRORS } from "@/core/execution/errors";
import { type Role, roleAllows } from "@/core/users/roles";
import type { ApiContext } from "@/server/api/context";
import { isDatabaseAway } from "@/server/database/is-database-away";
import { endOfSession } from "@/server/users/end-of-session";

/** What a procedure declares about itself; the permission matrix test is generated from it. */
interface ProcedureMeta {
  /** The least role that may call it; "public" for people who are not signed in. */
  role: Role | "public";
}

const HTTP_TO_TRPC: Record<number, TRPC_ERROR_CODE_KEY> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  402: "UNPROCESSABLE_CONTENT",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  502: "BAD_GATEWAY",
  503: "SERVICE_UNAVAILABLE",
  504: "GATEWAY_TIMEOUT",
};

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    sse: { ping: { enabled: true, intervalMs: 15_000 } },
    /** Adds our code and parameters, so the page can show the sentence of its language; never a stack. */
    errorFormatter: ({ shape, error, ctx }) => {
      const { stack: _stack, ...data } = shape.data;
      const cause = error.cause;
      if (cause instanceof AppError) {
        return {
          ...shape,
          data: { ...data, appError: { code: cause.code, params: cause.params, details: cause.details } },
        };
      }
      if (cause instanceof ZodError) {
        return { ...shape, message: "BAD_REQUEST", data: { ...data, issues: cause.issues.slice(0, 20) } };
      }
      if (error.code === "INTERNAL_SERVER_ERROR") {
        // Its text may tell what nobody outside should read; the log has it under this reference.
        const appError = { code: "INTERNAL", params: { reference: ctx?.requestId ?? "" } };
        return { ...shape, message: "INTERNAL", data: { ...data, appError } };
      }
      return { ...shape, data };
    },
  });

/** Turns an `AppError` thrown by a use-case into the tRPC error of the same HTTP status, keeping it as the cause. */
const withAppErrors = t.middleware(async ({ next }) => {
  const result = await next();
  const appError = result.ok ? null : appErrorOf(result.error.cause);
  if (appError) {
    const code = HTTP_TO_TRPC[ERRORS[appError.code].httpStatus] ?? "INTERNAL_SERVER_ERROR";
    throw new TRPCError({ code, message: appError.code, cause: appError });
  }
  return result;
});

function appErrorOf(cause: unknown): AppError | null {
  if (cause instanceof AppError) return cause;
  return isDatabaseAway(cause) ? new AppError("UNAVAILABLE", {}, { cause }) : null;
}

const base = t.procedure.use(withAppErrors);

const procedureFor = (role: Role) =>
  base.meta({ role }).use(({ ctx, next, type, signal }) => {
    const { actor, app, sessionId } = ctx;
    if (!actor) throw new AppError("UNAUTHENTICATED");
    if (!roleAllows(actor.role, role)) throw new AppError("FORBIDDEN", { role });
    if (type !== "subscription" || !sessionId || !signal) return next({ ctx: { ...ctx, actor } });
    const ends = [ctx.signal, endOfSession(app, sessionId, signal)].filter((end) => end !== undefined);
    return next({ ctx: { ...ctx, actor, signal: AbortSignal.any(ends) } });
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** For people who are not signed in: set-up, sign-in state. */
export const publicProcedure = base.meta({ role: "public" });
/** Records, buttons, own executions. */
export const memberProcedure = procedureFor("member");
/** Plus automations, functions, connections, all executions. */
export const builderProcedure = procedureFor("builder");
/** Plus people, settings, limits. */
export const administratorProcedure = procedureFor("administrator");
