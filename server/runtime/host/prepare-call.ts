import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { isFileValue } from "@/core/values/file-value";
import type { Json } from "@/core/values/json";
import { connectionForCall } from "@/server/connections/connection-for-call";
import { type FoundFile, findFile, readFileContent } from "@/server/files/find-file";
import { answerOfCall } from "@/server/runtime/host/answer-of-call";
import type { EffectContext, PrepareEffect } from "@/server/runtime/host/effect";
import { fillSecrets } from "@/server/runtime/host/fill-secrets";
import { isSafeMethod } from "@/server/runtime/host/is-safe-method";
import { redactor } from "@/server/runtime/host/redact";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";
import type { SecretVariable } from "@/server/variables/execution-variables";

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const CallSchema = z.object({
  method: z.string().regex(/^[A-Za-z]{1,20}$/),
  url: z.string(),
  query: z.record(z.string(), z.union([Scalar, z.array(Scalar)])).nullish(),
  headers: z.record(z.string(), Scalar).nullish(),
  body: z.json().optional(),
  connection: z.string().nullish(),
  action: z.string().nullish(),
  handlesErrors: z.boolean().nullish(),
  asFile: z.boolean().nullish(),
});
type Call = z.infer<typeof CallSchema>;

/**
 * An HTTP call, with or without a connection. The key goes into what is sent and nowhere else: not into the journal, and
 * not into the answer where the other side repeats it.
 */
export const prepareCall: PrepareEffect = async (context, effect, idempotencyKey) => {
  const call = parseCall(effect.request);
  const filled = withSecrets(call, context.secretVariables);
  const connection = call.connection
    ? await connectionForCall(context.app, context.workspaceId, call.connection)
    : null;
  const secrets = context.secretVariables.flatMap(({ value, placeholder }) => [value, placeholder]);
  const redact = redactor([...(connection?.secrets ?? []), ...secrets]);
  const method = call.method.toUpperCase();
  const file = isFileValue(call.body) ? await findFile(context.app, context.workspaceId, call.body) : null;
  const headers = headersOf(filled, idempotencyKey, file);
  const traceparent = connection && context.app.tracer?.sendsWithCalls ? context.traceparentOf(effect) : null;
  const isGiven = Object.keys(headers).some((name) => name.toLowerCase() === "traceparent");
  if (traceparent !== null && !isGiven) headers.traceparent = traceparent;
  const written = { url: withQuery(filled.url, filled.query ?? {}), headers };
  const sent = connection ? connection.apply(written) : written;
  const target = connection?.name ?? redact(hostOf(sent.url));

  return {
    target,
    isRead: false,
    request: redact<Json>({
      method,
      url: sent.url,
      headers: sent.headers,
      body: file?.handle ?? call.body ?? null,
      ...(call.action ? { action: call.action } : {}),
    }),
    perform: {
      where: "outside",
      run: async (signal) => {
        const body = file
          ? await readFileContent(context.app, context.workspaceId, file.handle.file)
          : bodyOf(filled.body);
        const answer = await context.app.egress
          .request({
            method,
            ...sent,
            body,
            signal,
            timeoutMs: timeFor(context, effect),
            maxBytes: context.limits.httpResponseBytes,
          })
          .catch((thrown: unknown) => {
            // A refusal may quote the address it refused, with a key in its query.
            if (!(thrown instanceof AppError)) throw thrown;
            throw new AppError(thrown.code, redact(thrown.params), { cause: thrown });
          });
        await connection?.noteStatus(answer.status);
        const { handlesErrors, asFile } = call;
        const how = { handlesErrors: handlesErrors === true, asFile: asFile === true };
        return answerOfCall(context, { target, redact, connection: call.connection ?? null, ...how }, answer);
      },
    },
  };
};

function parseCall(request: Json): Call {
  const parsed = CallSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("HTTP_BAD_REQUEST", { reason: "shape", detail: issue?.path.join(".") ?? "" });
}

function withQuery(url: string, query: NonNullable<Call["query"]>): string {
  const parameters = new URLSearchParams();
  for (const [name, given] of Object.entries(query)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value !== null) parameters.append(name, String(value));
    }
  }
  const text = parameters.toString();
  if (text === "") return url;
  const [address = "", fragment] = url.split("#", 2);
  const joined = `${address}${address.includes("?") ? "&" : "?"}${text}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

/** A caller's own header of the same name, whatever its case, goes before ours. */
function headersOf(call: Call, idempotencyKey: string, file: FoundFile | null): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.headers ?? {})) if (value !== null) headers[name] = String(value);
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const isSafe = isSafeMethod(call.method);
  if (!given.has("accept")) headers.Accept = "application/json, text/plain;q=0.9, */*;q=0.8";
  if (!isSafe && !given.has("idempotency-key")) headers["Idempotency-Key"] = idempotencyKey;
  if (bodyOf(call.body) !== undefined && !given.has("content-type")) {
    const type = typeof call.body === "string" ? "text/plain; charset=utf-8" : "application/json";
    headers["Content-Type"] = file?.handle.type ?? type;
  }
  return headers;
}

function bodyOf(body: Call["body"]): string | undefined {
  if (body === undefined || body === null) return undefined;
  return typeof body === "string" ? body : JSON.stringify(body);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url.slice(0, 100));

const timeFor = (context: EffectContext, { policy }: EffectRequest): number =>
  Math.max(
    1,
    Math.min(context.limits.httpTimeMs, context.remainingMs(), policy?.timeLimitMs ?? Number.POSITIVE_INFINITY),
  );

/** Secret variables in their places: in an address, a form and JSON text they are written as those are. */
function withSecrets(call: Call, secrets: readonly SecretVariable[]): Call {
  if (secrets.length === 0) return call;
  const plain = fillSecrets(secrets);
  const encoded = fillSecrets(secrets, encodeURIComponent);
  const type = Object.entries(call.headers ?? {}).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const inBody = typeof call.body === "string" ? encoderFor(String(type ?? "")) : undefined;
  return {
    ...call,
    url: encoded(call.url),
    query: plain(call.query ?? null),
    headers: plain(call.headers ?? null),
    body: fillSecrets(secrets, inBody)(call.body ?? null),
  };
}

function encoderFor(contentType: string): ((value: string) => string) | undefined {
  if (/x-www-form-urlencoded/i.test(contentType)) return encodeURIComponent;
  return /[/+]json\b/i.test(contentType) ? (value) => JSON.stringify(value).slice(1, -1) : undefined;
}
