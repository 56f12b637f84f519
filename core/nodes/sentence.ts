import type { Sentence } from "@/core/nodes/node-type";

/** Builds a sentence from its message key and parameters. */
export const sentence = (key: string, params: Sentence["params"] = {}): Sentence => ({ key, params });
