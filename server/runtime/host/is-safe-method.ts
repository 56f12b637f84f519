const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** @returns whether a call with this method may be made twice: it changes nothing on the other side. */
export const isSafeMethod = (method: string): boolean => SAFE.has(method.toUpperCase());
