import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { AppError } from "@/core/execution/errors";

const DECODERS: Record<string, (() => Transform) | undefined> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
/** No honest server compresses more often; each layer multiplies what a small answer can grow to. */
const MOST_ENCODINGS = 2;
const BYTES_PER_MEGABYTE = 1_024 * 1_024;

/**
 * Reads and decompresses a body, never holding more than the limit.
 *
 * @throws AppError HTTP_TOO_LARGE once it grows beyond `maxBytes`, HTTP_UNREACHABLE when it cannot be decompressed
 */
export async function readBody(body: Readable, options: { encoding?: string; maxBytes: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of decoded(body, options.encoding)) {
      size += chunk.length;
      if (size > options.maxBytes)
        throw new AppError("HTTP_TOO_LARGE", { megabytes: options.maxBytes / BYTES_PER_MEGABYTE });
      chunks.push(chunk);
    }
  } finally {
    if (!body.destroyed) body.on("error", () => undefined).destroy();
  }
  return Buffer.concat(chunks);
}

function decoded(body: Readable, encoding = ""): Readable {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const decoders = names.reverse().map((name) => DECODERS[name]?.());
  if (decoders.length > MOST_ENCODINGS || decoders.includes(undefined)) {
    throw new AppError("HTTP_UNREACHABLE", { reason: "encoding" });
  }
  return decoders.reduce<Readable>(
    // The error also reaches the reader through the last stream, which `pipeline` destroys with it.
    (source, decoder) => pipeline(source, decoder as Transform, () => undefined),
    body,
  );
}
