type Prefix = readonly [bytes: readonly number[], bits: number];

/** IPv4 that is not an ordinary public host (IANA special-purpose registry, multicast, reserved). */
const NOT_GLOBAL_4: readonly Prefix[] = [
  [[0], 8], // this network
  [[10], 8],
  [[100, 64], 10], // carrier-grade NAT
  [[127], 8],
  [[168, 63, 129, 16], 32], // Azure's host agent, a metadata service on a public address
  [[169, 254], 16], // link-local, cloud metadata
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24], // documentation
  [[192, 88, 99], 24], // 6to4 relays
  [[192, 168], 16],
  [[198, 18], 15], // benchmarks
  [[198, 51, 100], 24], // documentation
  [[203, 0, 113], 24], // documentation
  [[224], 4], // multicast
  [[240], 4], // reserved, broadcast
];

/** Inside 2000::/3, which is all of global unicast, what is not an ordinary public host. */
const NOT_GLOBAL_6: readonly Prefix[] = [
  [[0x20, 0x01, 0x00], 23], // protocol assignments: Teredo, ORCHID, benchmarks
  [[0x20, 0x01, 0x0d, 0xb8], 32], // documentation
  [[0x20, 0x02], 16], // 6to4
  [[0x3f, 0xff, 0x00], 20], // documentation
];
const GLOBAL_6: Prefix = [[0x20], 3];

/** IPv6 that stands for the IPv4 address in its last four bytes. */
const MAPPED_4: Prefix = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96];
const NAT64: Prefix = [[0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96];

/**
 * Compares bytes, never text, so that no way of writing an address passes as another.
 *
 * @param address 4 or 16 bytes
 * @returns whether it is an ordinary public host's address
 */
export function isGlobalUnicast(address: Uint8Array): boolean {
  if (address.length === 4) return !NOT_GLOBAL_4.some((prefix) => startsWith(address, prefix));
  if (startsWith(address, MAPPED_4) || startsWith(address, NAT64)) return isGlobalUnicast(address.subarray(12));
  return startsWith(address, GLOBAL_6) && !NOT_GLOBAL_6.some((prefix) => startsWith(address, prefix));
}

function startsWith(address: Uint8Array, [bytes, bits]: Prefix): boolean {
  for (let index = 0, left = bits; left > 0; index++, left -= 8) {
    const mask = left >= 8 ? 0xff : (0xff << (8 - left)) & 0xff;
    if (((address[index] ?? 0) & mask) !== ((bytes[index] ?? 0) & mask)) return false;
  }
  return true;
}
