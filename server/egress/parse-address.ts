import { isIP } from "node:net";

/** @returns the address's bytes (4 or 16), or null when the text is not an IP address. A zone ("%eth0") is not part of it. */
export function parseAddress(text: string): Uint8Array | null {
  const [address = ""] = text.split("%");
  switch (isIP(address)) {
    case 4:
      return Uint8Array.from(address.split("."), Number);
    case 6:
      return parseVersion6(address);
    default:
      return null;
  }
}

function parseVersion6(address: string): Uint8Array {
  const [head = "", tail] = address.split("::");
  const before = groupsToBytes(head);
  const after = groupsToBytes(tail ?? "");
  const bytes = new Uint8Array(16);
  bytes.set(before, 0);
  bytes.set(after, 16 - after.length);
  return bytes;
}

/** The last group may be a dotted IPv4 address. */
function groupsToBytes(groups: string): number[] {
  if (groups === "") return [];
  return groups.split(":").flatMap((group) => {
    if (group.includes(".")) return group.split(".").map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
