import { crc32 } from "node:zlib";

/**
 * `mr_<publicId>_<secret>_<checksum>`: the public id finds the row, the secret proves it, the checksum lets a typo be
 * refused (and a leaked key be recognised) without asking the database.
 */
export interface ApiKeyParts {
  publicId: string;
  secret: string;
}

const PREFIX = "mr";
const PUBLIC_ID_LENGTH = 12;
const SECRET_LENGTH = 40;
const CHECKSUM_LENGTH = 6;
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Makes a new key from a source of random bytes. */
export function makeApiKey(randomBytes: (size: number) => Uint8Array): ApiKeyParts & { key: string } {
  const publicId = randomText(PUBLIC_ID_LENGTH, randomBytes);
  const secret = randomText(SECRET_LENGTH, randomBytes);
  return { publicId, secret, key: `${PREFIX}_${publicId}_${secret}_${checksum(publicId, secret)}` };
}

/** @returns the key's parts, or null when the text is no key of ours or was mistyped. */
export function parseApiKey(text: string): ApiKeyParts | null {
  const match = /^mr_([0-9A-Za-z]{12})_([0-9A-Za-z]{40})_([0-9A-Za-z]{6})$/.exec(text);
  if (!match) return null;
  const [, publicId, secret, sum] = match as unknown as [string, string, string, string];
  return checksum(publicId, secret) === sum ? { publicId, secret } : null;
}

function checksum(publicId: string, secret: string): string {
  let rest = crc32(`${publicId}_${secret}`);
  let text = "";
  while (text.length < CHECKSUM_LENGTH) {
    text = ALPHABET[rest % ALPHABET.length] + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}

/** Rejects bytes above the last whole multiple of the alphabet, so every character is equally likely. */
function randomText(length: number, randomBytes: (size: number) => Uint8Array): string {
  const ceiling = 256 - (256 % ALPHABET.length);
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < ceiling && text.length < length) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}
