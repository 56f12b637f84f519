import { isIPv6, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { AppError } from "@/core/execution/errors";
import type { IsAllowed } from "@/server/egress/allow-list";
import { hostOf } from "@/server/egress/check-url";
import { isGlobalUnicast } from "@/server/egress/is-global-unicast";
import { parseAddress } from "@/server/egress/parse-address";
import type { Resolve } from "@/server/egress/resolve-with-system";

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens connections to checked addresses only: all addresses of the name are judged, one that is not public refuses the
 * name, and the socket goes to one of those, not to what a second look-up would say. TLS and the Host header keep the name.
 */
export function guardedConnector(options: { isAllowed: IsAllowed; resolve: Resolve }): buildConnector.connector {
  return (target, callback) => {
    const url = new URL(`${target.protocol}//${target.hostname}:${target.port || ""}`);
    checkedAddresses(url, options).then(
      (addresses) => connectTo(addresses, url, target, callback),
      (error: Error) => callback(error, null),
    );
  };
}

async function checkedAddresses(
  url: URL,
  { isAllowed, resolve }: { isAllowed: IsAllowed; resolve: Resolve },
): Promise<string[]> {
  const host = hostOf(url);
  const addresses = parseAddress(host) ? [host] : await resolve(host);
  const allPublic = addresses.every((address) => {
    const bytes = parseAddress(address);
    return bytes !== null && isGlobalUnicast(bytes);
  });
  if (!allPublic && !isAllowed(url)) throw new AppError("ADDRESS_REFUSED", { host: url.host });
  if (addresses.length === 0) throw new AppError("HTTP_UNREACHABLE", { reason: "name" });
  return addresses;
}

function connectTo(
  addresses: string[],
  url: URL,
  target: buildConnector.Options,
  callback: buildConnector.Callback,
): void {
  const lookup: LookupFunction = (_hostname, { all }, done) => {
    const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    if (all) done(null, found);
    else done(null, found[0]!.address, found[0]!.family);
  };
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, autoSelectFamily: true, lookup });
  connect(target, (...result) => {
    const [error, socket] = result;
    if (error) return callback(error, null);
    if (!isOneOf(socket.remoteAddress, addresses)) {
      socket.destroy();
      return callback(new AppError("ADDRESS_REFUSED", { host: url.host }), null);
    }
    callback(null, socket);
  });
}

function isOneOf(remote: string | undefined, addresses: string[]): boolean {
  const bytes = parseAddress(remote ?? "");
  return bytes !== null && addresses.some((address) => parseAddress(address)?.join() === bytes.join());
}
