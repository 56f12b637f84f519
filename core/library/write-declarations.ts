const GROUPS = ["dates", "money", "numbers", "text", "lists"] as const;

/**
 * Writes what the type checker and the editors load from the files in `types/`, against which the compiler checks the
 * library itself. Each interface becomes a namespace, so that it adds no name but its own to people's code.
 * @param read gives the source of a group's types
 */
export function writeDeclarations(read: (group: string) => string): string {
  return GROUPS.map((group) => namespaceOf(group, read(group))).join("\n\n");
}

function namespaceOf(group: string, source: string): string {
  const [types = "", description = "", body = ""] = source.split(
    /\/\*\* ([^\n]+) \*\/\nexport interface [A-Z]\w+ \{\n(?= {2}\/\*\*)/,
  );
  const members = body
    .slice(0, body.lastIndexOf("}"))
    .trimEnd()
    .replace(/^ {2}(?=[a-z])/gm, "  function ");
  const own = types
    .trim()
    .replace(/^export /gm, "")
    .replace(/^(?=.)/gm, "  ");
  return `/** ${description} */\ndeclare namespace ${group} {\n${onOneLine(own)}\n${onOneLine(members)}\n}`;
}

/** What the formatter broke over lines. */
const onOneLine = (text: string): string =>
  text.replace(
    /\((\n {4}[^*]*?)\n {2}\)/g,
    (_, inside: string) =>
      `(${inside
        .replace(/\s*\n\s*/g, " ")
        .trim()
        .replace(/,$/, "")})`,
  );
