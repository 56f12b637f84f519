import type { EgressResponse } from "@/server/egress";
import { contentType, endingOf, isTextType, UNKNOWN_TYPE } from "@/server/files/content-types";

/** @returns the name and type of an answer as a file: what its headers say, else the end of its address */
export function fileOfAnswer({ headers, url }: Pick<EgressResponse, "headers" | "url">): {
  name: string;
  type: string;
} {
  const type = contentType(headers["content-type"] ?? "") ?? UNKNOWN_TYPE;
  const named = dispositionName(headers["content-disposition"] ?? "") ?? lastOfPath(url);
  const name = named === "" ? "answer" : named;
  return { type, name: /\.[A-Za-z0-9]{1,10}$/.test(name) ? name : `${name}${endingOf(type)}` };
}

/** @returns whether an answer is text: its type says so, or it has none and its bytes can be read as text */
export function isTextAnswer({ headers, bytes }: Pick<EgressResponse, "headers" | "bytes">): boolean {
  const type = headers["content-type"] ?? "";
  if (type !== "") return isTextType(type);
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** RFC 6266: `filename*` with its encoding goes before `filename`. */
function dispositionName(header: string): string | null {
  const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1];
  if (extended) return decoded(extended);
  const [, quoted, plain] = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header) ?? [];
  const name = quoted?.replace(/\\(.)/g, "$1") ?? plain;
  // Headers arrive as latin1; many servers write UTF-8 all the same.
  return name === undefined ? null : asUtf8(name);
}

function asUtf8(latin1: string): string {
  if (/[\u0100-\uffff]/.test(latin1)) return latin1;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(latin1, "latin1"));
  } catch {
    return latin1;
  }
}

const lastOfPath = (url: string): string =>
  URL.canParse(url) ? decoded(new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "") : "";

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
