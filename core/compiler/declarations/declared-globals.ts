/** A global that declarations tell of, with what can stand behind its dot. */
export interface DeclaredGlobal {
  name: string;
  /** Its type, or a function's parameters and result. */
  detail: string;
  members: DeclaredMember[];
}

export interface DeclaredMember {
  name: string;
  detail: string;
  isMethod: boolean;
}

/**
 * Reads the globals out of declaration texts, for completion. Reads what our own declarations look like: one member a
 * line or several lines, `declare const name: Type`, `declare const name: {…}`, `declare namespace name {…}`,
 * `declare function name(…)` and `declare class Name {…}`, with the interfaces they name.
 */
export function declaredGlobals(texts: readonly string[]): DeclaredGlobal[] {
  const text = texts.join("\n").replace(/\/\*[\s\S]*?\*\//g, "");
  const interfaces = new Map(
    [...text.matchAll(/\binterface (\w+)(?:<[^>{]*>)?(?: extends [^{]+)? \{/g)].map((found) => [
      found[1]!,
      membersFrom(text, found.index + found[0].length),
    ]),
  );
  return [...text.matchAll(/^declare (const|function|class|namespace) (\w+)\s*/gm)].map((found) => {
    const [, kind, name = ""] = found;
    const at = found.index + found[0].length;
    if (kind === "function") return { name, detail: oneLine(text.slice(at, endOf(text, at))), members: [] };
    if (kind === "class") return { name, detail: "class", members: [] };
    const type = text.slice(at).replace(/^:\s*/, "");
    if (type.startsWith("{")) return { name, detail: "", members: membersFrom(text, text.indexOf("{", at) + 1) };
    const named = oneLine(type.slice(0, endOf(type, 0)));
    return { name, detail: "", members: interfaceOf(named, interfaces) };
  });
}

/** `HttpClient`, or `Millrace.StepScope["http"]`. */
function interfaceOf(type: string, interfaces: ReadonlyMap<string, DeclaredMember[]>): DeclaredMember[] {
  const [, owner = "", member] = /(\w+)(?:\["(\w+)"\])?$/.exec(type) ?? [];
  const own = interfaces.get(owner) ?? [];
  if (member === undefined) return own;
  const detail = own.find(({ name }) => name === member)?.detail ?? "";
  const keys = /^Record<((?:"\w+"(?: \| )?)+), \((.*)\) => /.exec(detail);
  if (!keys) return interfaces.get(detail) ?? [];
  return [...keys[1]!.matchAll(/\w+/g)].map(([name]) => ({ name, detail: `(${keys[2]})`, isMethod: true }));
}

/** Members of the block that opens just before `from`. */
function membersFrom(text: string, from: number): DeclaredMember[] {
  const members: DeclaredMember[] = [];
  for (let at = from; at < text.length && !/^\s*\}/.test(text.slice(at, at + 200)); ) {
    const inner = /^\s*interface [^{]*\{/.exec(text.slice(at, at + 500));
    if (inner) {
      // Its end is a bracket, not a semicolon.
      at = endOf(text, at + inner[0].length - 1, true) + 1;
      continue;
    }
    const end = endOf(text, at);
    const written = oneLine(text.slice(at, end)).replace(/^(?:(?:readonly|function|const|static) )+/, "");
    const [, name, mark, rest = ""] = /^(\w+)\??(?:<[^(]*>)?(\(|:)([\s\S]*)$/.exec(written) ?? [];
    if (name !== undefined && name !== "constructor") {
      const isMethod = mark === "(";
      members.push({ name, detail: isMethod ? `(${rest}` : rest.trim(), isMethod });
    }
    at = end + 1;
  }
  return members.filter(({ name }, index) => members.findIndex((one) => one.name === name) === index);
}

/** The `;` that ends what begins here, outside of brackets; for a block, the bracket that closes it. */
function endOf(text: string, from: number, isBlock = false): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]!;
    if ("{([".includes(character)) depth += 1;
    else if ("})]".includes(character)) depth -= 1;
    else if (character === ";" && depth === 0 && !isBlock) return at;
    if (depth < 0 || (isBlock && depth === 0)) return at;
  }
  return text.length;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
