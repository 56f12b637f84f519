import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { PrismaClient } from "@/server/database/client";
import { SettingsError } from "@/server/env";

/** The one field of the one row a secret belongs to. Its ciphertext opens nowhere else. */
export interface SecretPlace {
  workspaceId: string;
  table: string;
  row: string;
  field: string;
}

export interface Sealed {
  keyVersion: number;
  ciphertext: Uint8Array<ArrayBuffer>;
}

/** Keeps secrets at rest: AES-256-GCM under a data key of the workspace, which the master key wraps. */
export interface SecretBox {
  seal(place: SecretPlace, plaintext: string): Promise<Sealed>;
  /** @throws Error when the ciphertext was changed or belongs to another place. */
  open(place: SecretPlace, sealed: Sealed): Promise<string>;
  /**
   * Makes the workspace's data key where there is none, and opens it: processes whose master keys differ find out at their start.
   *
   * @throws SettingsError when another master key wrapped it
   */
  check(workspaceId: string): Promise<void>;
  /**
   * A key of its own for another purpose, such as signing session cookies; the same in every process.
   *
   * @returns 32 bytes
   */
  deriveKey(purpose: string): Buffer;
}

/** The version of the data key that new secrets are sealed with. */
const CURRENT_KEY_VERSION = 1;

/**
 * @param masterKey 32 bytes
 * @throws SettingsError when the database's data keys were wrapped by another master key
 */
export async function createSecretBox(options: { db: PrismaClient; masterKey: Buffer }): Promise<SecretBox> {
  const { db, masterKey } = options;
  const dataKeys = new Map<string, Buffer>();

  const anyKey = await db.dataKey.findFirst({ orderBy: { createdAt: "asc" } });
  if (anyKey) openDataKey(masterKey, anyKey);

  async function dataKey(workspaceId: string, version: number, create: boolean): Promise<Buffer> {
    const name = `${workspaceId}/${version}`;
    const known = dataKeys.get(name);
    if (known) return known;
    if (create) {
      const wrapped = encrypt(masterKey, randomBytes(32), ["data_key", workspaceId, version]);
      // Another process may make the key at the same moment: the first one stays.
      await db.dataKey.createMany({ data: [{ workspaceId, version, wrapped }], skipDuplicates: true });
    }
    const row = await db.dataKey.findUniqueOrThrow({ where: { workspaceId_version: { workspaceId, version } } });
    const key = openDataKey(masterKey, row);
    dataKeys.set(name, key);
    return key;
  }

  return {
    async seal(place, plaintext) {
      const keyVersion = CURRENT_KEY_VERSION;
      const key = await dataKey(place.workspaceId, keyVersion, true);
      return { keyVersion, ciphertext: encrypt(key, Buffer.from(plaintext), binding(place, keyVersion)) };
    },
    async open(place, { keyVersion, ciphertext }) {
      const key = await dataKey(place.workspaceId, keyVersion, false);
      return decrypt(key, ciphertext, binding(place, keyVersion)).toString("utf8");
    },
    async check(workspaceId) {
      await dataKey(workspaceId, CURRENT_KEY_VERSION, true);
    },
    deriveKey: (purpose) => Buffer.from(hkdfSync("sha256", masterKey, "", `millrace ${purpose}`, 32)),
  };
}

/**
 * Opens the data key of a workspace.
 * @throws SettingsError when it was wrapped by another master key
 */
export function openDataKey(
  masterKey: Buffer,
  row: { workspaceId: string; version: number; wrapped: Uint8Array },
): Buffer {
  try {
    return decrypt(masterKey, row.wrapped, ["data_key", row.workspaceId, row.version]);
  } catch (error) {
    throw new SettingsError([WRONG_MASTER_KEY], { cause: error });
  }
}

const WRONG_MASTER_KEY =
  "The secrets in this database were encrypted with another master key: set MILLRACE_MASTER_KEY to it, or put its master.key back into the data folder.";

const IV_BYTES = 12;
const TAG_BYTES = 16;

const binding = ({ workspaceId, table, row, field }: SecretPlace, keyVersion: number) => [
  workspaceId,
  table,
  row,
  field,
  keyVersion,
];

/** @returns IV, tag and ciphertext in one. The binding is authenticated, not stored. */
function encrypt(key: Buffer, plaintext: Buffer, boundTo: (string | number)[]): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(JSON.stringify(boundTo)));
  const encrypted = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), encrypted]));
}

function decrypt(key: Buffer, sealed: Uint8Array, boundTo: (string | number)[]): Buffer {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(JSON.stringify(boundTo)))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
