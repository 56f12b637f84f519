import { expect, it } from "vitest";
import { encodeFrame, FRAME, FrameReader } from "@/server/runtime/sandbox/frames";

const said = (reader: FrameReader, chunk: Buffer) =>
  reader.push(chunk).map(({ kind, parts }) => [kind, ...parts.map(String)]);

it("finds frames wherever the stream is cut", () => {
  const stream = Buffer.concat([
    encodeFrame(FRAME.load, "id", "é".repeat(100), ""),
    encodeFrame(FRAME.ready),
    encodeFrame(FRAME.answers, Buffer.from([1, 2, 3])),
  ]);
  const expected = [[FRAME.load, "id", "é".repeat(100), ""], [FRAME.ready], [FRAME.answers, "\x01\x02\x03"]];
  for (const size of [1, 3, 7, 64, stream.length]) {
    const reader = new FrameReader();
    const frames = [];
    for (let at = 0; at < stream.length; at += size) frames.push(...said(reader, stream.subarray(at, at + size)));
    expect(frames).toEqual(expected);
  }
});

it("refuses a part that is longer than its frame", () => {
  const frame = encodeFrame(FRAME.answers, "four");
  frame.writeUInt32LE(1_000, 5);
  expect(() => new FrameReader().push(frame)).toThrow(RangeError);
});
