/**
 * What parent and child say to each other: a length, a kind, and parts of text or bytes. Lengths are 32 bits, little
 * endian; the first counts everything after itself.
 */
export const FRAME = {
  /** parent: [quickjs.wasm, extension name, extension wasm, …] */
  init: 1,
  /** parent: [program id, javascript, node ids as JSON, time zone] */
  load: 2,
  /** parent: [program id] */
  unload: 3,
  /** parent: [program id, settings as JSON, payload as JSON] */
  start: 4,
  /** parent: [answers as JSON] */
  answers: 5,
  /** parent: [failure as JSON] */
  abort: 6,
  /** parent: [] asks a waiting call to be put away */
  park: 7,
  /** parent: [program id, settings as JSON, memory pages, answers as JSON] */
  resume: 8,
  /** child: [] */
  ready: 9,
  /** child: [what the prelude's `drain` gave] */
  drained: 10,
  /** child: [memory pages] */
  parked: 11,
  /** child: [`Broken` as JSON]: the call is over, its world gone */
  broken: 12,
} as const;

export type FrameKind = (typeof FRAME)[keyof typeof FRAME];

export interface Frame {
  kind: FrameKind;
  parts: Buffer[];
}

/** Why a call could not even report its end itself. */
export interface Broken {
  code: "MEMORY_LIMIT" | "STACK_LIMIT" | "INTERNAL";
  message: string;
}

const HEADER_BYTES = 5;

/** @returns the bytes of one frame. */
export function encodeFrame(kind: FrameKind, ...parts: (string | Uint8Array)[]): Buffer {
  const sizes = parts.map((part) => (typeof part === "string" ? Buffer.byteLength(part) : part.byteLength));
  const total = sizes.reduce((sum, size) => sum + 4 + size, HEADER_BYTES);
  const frame = Buffer.allocUnsafe(total);
  frame.writeUInt32LE(total - 4, 0);
  frame[4] = kind;
  let offset = HEADER_BYTES;
  parts.forEach((part, index) => {
    offset = frame.writeUInt32LE(sizes[index] ?? 0, offset);
    if (typeof part === "string") frame.write(part, offset);
    else frame.set(part, offset);
    offset += sizes[index] ?? 0;
  });
  return frame;
}

/** @param body everything after a frame's first length. @throws RangeError when a part's length leads outside. */
export function decodeFrame(body: Buffer): Frame {
  const parts: Buffer[] = [];
  for (let offset = 1; offset < body.length; ) {
    const size = body.readUInt32LE(offset);
    offset += 4;
    if (offset + size > body.length) throw new RangeError("a frame's part is longer than the frame");
    parts.push(body.subarray(offset, offset + size));
    offset += size;
  }
  return { kind: body[0] as FrameKind, parts };
}

/** Cuts a stream of bytes into frames. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;

  /** @returns the frames that are complete with this chunk. */
  push(chunk: Buffer): Frame[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const frames: Frame[] = [];
    for (;;) {
      const length = this.nextLength();
      if (length === null || this.size < 4 + length) return frames;
      const bytes = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
      frames.push(decodeFrame(bytes.subarray(4, 4 + length)));
      const rest = bytes.subarray(4 + length);
      this.chunks = rest.length > 0 ? [rest] : [];
      this.size = rest.length;
    }
  }

  private nextLength(): number | null {
    if (this.size < 4) return null;
    if ((this.chunks[0] as Buffer).length < 4) this.chunks = [Buffer.concat(this.chunks)];
    return (this.chunks[0] as Buffer).readUInt32LE(0);
  }
}
