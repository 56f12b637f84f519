const PAGE_BYTES = 4_096;
const WASM_PAGE_BYTES = 65_536;
const ZEROS = Buffer.alloc(PAGE_BYTES);

/**
 * What makes a memory differ from an image: its size, then each page that differs with its number before it. Beyond the
 * image there is nothing, so pages of zeros are left out there.
 * @returns bytes for `putPagesBack`
 */
export function memoryPages(memory: WebAssembly.Memory, image: Uint8Array): Uint8Array {
  const now = Buffer.from(memory.buffer);
  const before = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  const parts: Buffer[] = [uint32(now.length)];
  for (let at = 0; at < now.length; at += PAGE_BYTES) {
    const end = at + PAGE_BYTES;
    const then = end <= before.length ? before.subarray(at, end) : ZEROS;
    if (now.compare(then, 0, PAGE_BYTES, at, end) !== 0) parts.push(uint32(at / PAGE_BYTES), now.subarray(at, end));
  }
  return Buffer.concat(parts);
}

/** Writes pages over a memory that holds the image they were compared with, and nothing beyond it; grows it where they come from a larger one. */
export function putPagesBack(memory: WebAssembly.Memory, pages: Uint8Array): void {
  const view = new DataView(pages.buffer, pages.byteOffset, pages.byteLength);
  const missing = view.getUint32(0, true) - memory.buffer.byteLength;
  if (missing > 0) memory.grow(missing / WASM_PAGE_BYTES);
  const target = new Uint8Array(memory.buffer);
  for (let at = 4; at < pages.byteLength; at += 4 + PAGE_BYTES) {
    target.set(pages.subarray(at + 4, at + 4 + PAGE_BYTES), view.getUint32(at, true) * PAGE_BYTES);
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
