import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { type Env, SettingsError } from "@/server/env";

/**
 * Opens the one port.
 * @returns its number.
 * @throws SettingsError when the port or the address cannot be used.
 */
export async function listen(server: FastifyInstance, { host, port }: Pick<Env, "host" | "port">): Promise<number> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const mistake = MISTAKES[(error as NodeJS.ErrnoException).code ?? ""];
    throw mistake ? new SettingsError([mistake({ host, port })], { cause: error }) : error;
  }
  return (server.server.address() as AddressInfo).port;
}

const notOurs = ({ host }: { host: string }) => `MILLRACE_HOST=${host} is not an address of this machine.`;

const MISTAKES: Record<string, (given: { host: string; port: number }) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program. Stop it, or choose another, such as PORT=${port < 65_535 ? port + 1 : 3000}.`,
  EACCES: ({ port }) => `Port ${port} may not be used by this user. Choose one above 1023.`,
  EADDRNOTAVAIL: notOurs,
  ENOTFOUND: notOurs,
};
