const LONE_SURROGATE = /\p{Surrogate}/gu;

/** @returns whether PostgreSQL can hold the text: it has no NUL and no half of a surrogate pair. */
export const isStorableText = (text: string): boolean => !text.includes("\0") && text.search(LONE_SURROGATE) === -1;

/** @returns the text with U+FFFD in place of each character PostgreSQL cannot hold. */
export const storableText = (text: string): string => text.replaceAll("\0", "\uFFFD").replace(LONE_SURROGATE, "\uFFFD");
