import { lookup } from "node:dns/promises";

/** @returns all IPv4 and IPv6 addresses of a host name. */
export type Resolve = (hostname: string) => Promise<string[]>;

/** Asks as every other program on this machine would, hosts file included. */
export const resolveWithSystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);
