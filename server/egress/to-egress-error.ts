import { AppError } from "@/core/execution/errors";

/** @returns the catalogue's error for whatever a call ended with. */
export function toEgressError(error: unknown, call: { target: string; seconds: number; timedOut: boolean }): AppError {
  if (error instanceof AppError)
    return new AppError(error.code, { target: call.target, ...error.params }, { cause: error });
  const code = codeOf(error);
  if (call.timedOut || code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") {
    return new AppError("HTTP_TIMEOUT", { target: call.target, seconds: call.seconds }, { cause: error });
  }
  return new AppError("HTTP_UNREACHABLE", { target: call.target, reason: reasonOf(code) }, { cause: error });
}

/** What to say about a call that got no answer. Never the system's own text: it may name addresses inside. */
function reasonOf(code: string): string {
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") return "name";
  if (code === "ECONNREFUSED" || code === "EHOSTUNREACH" || code === "ENETUNREACH") return "refused";
  if (code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET") return "closed";
  if (/CERT|SSL|TLS|SIGNATURE|_ISSUER|ALTNAME/.test(code)) return "certificate";
  return "answer";
}

/** Several addresses tried in turn fail as one AggregateError. */
function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error && "code" in first ? String(first.code) : "";
}
