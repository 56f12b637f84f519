/** What a connection may be called in code. */
export const LINK_NAME = /^[a-z][a-z0-9_]{0,63}$/;

const LONGEST = 60;

/**
 * Makes the name in code of a new connection: "Mailing list (Paris)" becomes `mailing_list_paris`, or
 * `mailing_list_paris_2` when that is taken.
 */
export function linkNameFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, LONGEST);
  const base = words || "service";
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    if (!taken.has(`${base}_${number}`)) return `${base}_${number}`;
  }
}
