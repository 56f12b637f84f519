import { describe, expect, it } from "vitest";
import { isTriedAgain, type TriedRun } from "@/components/executions/run/tried-again";

type Step = TriedRun["steps"][number];
type Wait = TriedRun["waits"][number];

const attempt = (number: number, path = ""): Step => ({ nodeId: "call", path, attempt: number }) as Step;
const failed = { nodeId: "call", path: "", attempt: 1 } as Parameters<typeof isTriedAgain>[1];

describe("a step that failed", () => {
  it("is tried again when another attempt followed", () => {
    expect(isTriedAgain({ steps: [attempt(1), attempt(2)], waits: [] }, failed)).toBe(true);
  });

  it("is tried again when its next attempt is waited for", () => {
    const wait = { kind: "time", nodeId: "call", path: "" } as Wait;
    expect(isTriedAgain({ steps: [attempt(1)], waits: [wait] }, failed)).toBe(true);
  });

  it("is not tried again by an attempt of another round", () => {
    expect(isTriedAgain({ steps: [attempt(1), attempt(2, "rows:3")], waits: [] }, failed)).toBe(false);
  });

  it("is not tried again when a line took over", () => {
    expect(isTriedAgain({ steps: [attempt(1)], waits: [] }, failed)).toBe(false);
  });
});
