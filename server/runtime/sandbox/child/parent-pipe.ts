import { readSync, writeSync } from "node:fs";
import { decodeFrame, encodeFrame, type Frame, type FrameKind } from "@/server/runtime/sandbox/frames";

const FROM_PARENT = 0;
const TO_PARENT = 1;
const STEP_MARK = 3;

/** Waits for the parent's next frame; ends the process when the parent is gone. Nothing else happens meanwhile. */
export function readFrame(): Frame {
  return decodeFrame(readBytes(readBytes(4).readUInt32LE(0)));
}

/** Sends a frame; returns when the system has taken all of it. */
export function writeFrame(kind: FrameKind, ...parts: (string | Uint8Array)[]): void {
  const frame = encodeFrame(kind, ...parts);
  for (let written = 0; written < frame.length; ) {
    written += retrying(() => writeSync(TO_PARENT, frame, written));
  }
}

/** Notes the step that runs, where the parent can read it after it had to kill this process. */
export function markStep(mark: Uint8Array): void {
  writeSync(STEP_MARK, mark, 0, mark.length, 0);
}

function readBytes(count: number): Buffer {
  const bytes = Buffer.allocUnsafe(count);
  for (let read = 0; read < count; ) {
    const got = retrying(() => readSync(FROM_PARENT, bytes, read, count - read, null));
    if (got === 0) process.exit(0);
    read += got;
  }
  return bytes;
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** A pipe that the system left in non-blocking mode says EAGAIN; the other end gone is the end of this process. */
function retrying(operation: () => number): number {
  for (;;) {
    try {
      return operation();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EAGAIN") Atomics.wait(pause, 0, 0, 1);
      else process.exit(0);
    }
  }
}
