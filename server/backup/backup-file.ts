import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** What a backup says of itself at its beginning. */
export interface BackupHeader {
  format: 1;
  createdAt: string;
  /** The schema it was made of, in order. */
  migrations: { name: string; checksum: string }[];
  /** Partitions, named with their schema, and what they hold, as PostgreSQL writes it. */
  partitions: { parent: string; name: string; bound: string }[];
}

/** Rows follow, in PostgreSQL's text format. */
export interface BackupTable {
  name: string;
  columns: string[];
}

/** What it says of its tables at its end; a file without it is not whole. */
export interface BackupManifest {
  tables: { name: string; rows: number; sha256: string }[];
}

export type BackupPart =
  | { kind: "header"; header: BackupHeader }
  | { kind: "table"; table: BackupTable }
  | { kind: "rows"; bytes: Buffer }
  | { kind: "manifest"; manifest: BackupManifest };

/** The file is no backup, or not as it was written. */
class DamagedBackup extends Error {}

const MAGIC = Buffer.from("MILLRACE BACKUP\n");
const CODES = { header: 72, table: 84, rows: 82, manifest: 77 } as const;
/** Longer parts are never written. */
const MOST_BYTES = 64 * 1_048_576;

/** @returns the bytes of a part, before compression: one that says what it is, its length, and itself. */
export function encodePart(part: BackupPart): Buffer {
  const content = part.kind === "rows" ? part.bytes : Buffer.from(JSON.stringify(contentOf(part)));
  const head = Buffer.alloc(5);
  head.writeUInt8(CODES[part.kind]);
  head.writeUInt32BE(content.length, 1);
  const bytes = Buffer.concat([head, content]);
  return part.kind === "header" ? Buffer.concat([MAGIC, bytes]) : bytes;
}

/**
 * Reads a backup from its beginning to its end.
 *
 * @throws DamagedBackup with a sentence as soon as something is not as it was written
 */
export async function* readParts(file: string): AsyncGenerator<BackupPart> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on("error", (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  let held: Buffer = Buffer.alloc(0);
  let isBegun = false;
  let isWhole = false;
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      if (!isBegun) {
        if (held.length < MAGIC.length) continue;
        if (!held.subarray(0, MAGIC.length).equals(MAGIC))
          throw new DamagedBackup(`${file} is not a backup of Millrace.`);
        held = held.subarray(MAGIC.length);
        isBegun = true;
      }
      for (let part = takePart(held, file); part; part = takePart(held, file)) {
        held = held.subarray(part.length);
        isWhole = part.decoded.kind === "manifest";
        yield part.decoded;
      }
    }
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!/^Z_|^ERR_/.test(code)) throw error;
    throw new DamagedBackup(
      isBegun ? `${file} is damaged: ${(error as Error).message}.` : `${file} is not a backup of Millrace.`,
      { cause: error },
    );
  } finally {
    source.destroy();
  }
  if (!isWhole || held.length > 0) throw new DamagedBackup(`${file} is damaged: its end is missing.`);
}

/**
 * Reads all of a backup and compares it with what it says of itself.
 *
 * @throws DamagedBackup
 */
export async function checkBackup(file: string): Promise<{ header: BackupHeader; manifest: BackupManifest }> {
  const sums = new Map<string, ReturnType<typeof createHash>>();
  let header: BackupHeader | undefined;
  let manifest: BackupManifest | undefined;
  let sum: ReturnType<typeof createHash> | undefined;
  for await (const part of readParts(file)) {
    if (part.kind === "header") header = part.header;
    else if (part.kind === "manifest") manifest = part.manifest;
    else if (part.kind === "rows") sum?.update(part.bytes);
    else {
      sum = createHash("sha256");
      sums.set(part.table.name, sum);
    }
  }
  if (header?.format !== 1 || !manifest) throw new DamagedBackup(`${file} is not a backup of this format.`);
  const wrong = manifest.tables.find(({ name, sha256 }) => sums.get(name)?.digest("hex") !== sha256);
  if (wrong) throw new DamagedBackup(`${file} is damaged: the rows of ${wrong.name} are not those that were saved.`);
  return { header, manifest };
}

function takePart(held: Buffer, file: string): { decoded: BackupPart; length: number } | null {
  if (held.length < 5) return null;
  const size = held.readUInt32BE(1);
  if (size > MOST_BYTES) throw new DamagedBackup(`${file} is damaged.`);
  const length = 5 + size;
  if (held.length < length) return null;
  return { decoded: decodePart(held.readUInt8(), held.subarray(5, length), file), length };
}

function decodePart(code: number, content: Buffer, file: string): BackupPart {
  if (code === CODES.rows) return { kind: "rows", bytes: content };
  try {
    const value = JSON.parse(content.toString("utf8"));
    if (code === CODES.header) return { kind: "header", header: value as BackupHeader };
    if (code === CODES.table) return { kind: "table", table: value as BackupTable };
    if (code === CODES.manifest) return { kind: "manifest", manifest: value as BackupManifest };
  } catch (error) {
    throw new DamagedBackup(`${file} is damaged.`, { cause: error });
  }
  throw new DamagedBackup(`${file} is damaged.`);
}

function contentOf(part: Exclude<BackupPart, { kind: "rows" }>): unknown {
  if (part.kind === "header") return part.header;
  return part.kind === "table" ? part.table : part.manifest;
}
