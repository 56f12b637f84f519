/** What Node says of a connection that broke or could not be made. */
const CONNECTION = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);

/** Classes of SQLSTATE: connection, resources, shut down or starting up, and what had to give way to another transaction. */
const STATES = /^(?:08|53|57P|40001|40P01)/;

/** What Prisma says of the same. */
const PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024"]);

/** What `pg` says without a code. */
const WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** @returns whether the same statement may succeed a moment later: the database was away or had no room, and refused nothing. */
export function isPassingError(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code } = thrown as { code?: unknown };
  if (typeof code === "string") return CONNECTION.has(code) || PRISMA.has(code) || STATES.test(code);
  return WORDS.test(thrown.message);
}
