import type { App } from "@/server/app";
import { authOf } from "@/server/users/auth";

/**
 * Makes what is kept of a password. Slow on purpose, so never inside a transaction: one that lasts too long is rolled back
 * between two of its statements.
 */
export async function hashPassword(app: App, password: string): Promise<string> {
  const context = await authOf(app).$context;
  return context.password.hash(password);
}
