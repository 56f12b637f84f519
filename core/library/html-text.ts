/** @returns text that shows as it is in HTML, also within an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * Reads HTML as plain text. Each part of it is looked at once: no tag, comment or script that is never closed makes it
 * take long.
 */
export function stripHtml(html: string): string {
  let text = "";
  let at = 0;
  let hidden = "";
  for (;;) {
    const open = tagStart(html, at);
    if (hidden === "") text += html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, " ");
    if (open < 0) break;
    const isComment = html.startsWith("<!--", open);
    const close = html.indexOf(isComment ? "-->" : ">", open);
    if (close < 0) break;
    at = close + (isComment ? 3 : 1);
    if (isComment) continue;
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase() ?? "";
    if (hidden !== "") hidden = name === hidden && html[open + 1] === "/" ? "" : hidden;
    else if (HIDDEN.has(name) && html[open + 1] !== "/") hidden = name;
    else if (BREAKS.has(name)) text += "\n";
  }
  return tidy(text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, decoded));
}

/** A `<` that no name or slash follows is text. */
function tagStart(html: string, from: number): number {
  for (let at = html.indexOf("<", from); at >= 0; at = html.indexOf("<", at + 1)) {
    if (/[a-z/!?]/i.test(html[at + 1] ?? "")) return at;
  }
  return -1;
}

function decoded(
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}

const tidy = (text: string): string =>
  text
    .replaceAll("\u00a0", " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const HIDDEN: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "title"]);
const BREAKS: ReadonlySet<string> = new Set(
  "br p div li tr table ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer blockquote pre hr".split(" "),
);
const ENTITIES: Record<string, string> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", euro: "€", pound: "£", yen: "¥", cent: "¢" },
  ...{ copy: "©", reg: "®", trade: "™", hellip: "…", ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“" },
  ...{ rdquo: "”", laquo: "«", raquo: "»", bull: "•", middot: "·", deg: "°", times: "×", sect: "§", para: "¶" },
  ...{ eacute: "é", egrave: "è", ecirc: "ê", agrave: "à", aacute: "á", acirc: "â", ccedil: "ç", ntilde: "ñ" },
  ...{ auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß", aring: "å", oslash: "ø" },
};
