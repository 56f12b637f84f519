import { availableParallelism } from "node:os";

/** @returns how many sandbox processes this machine's pool keeps warm: one for each core, and at least two. */
export const processCount = (): number => Math.max(2, availableParallelism());
