/**
 * Writes what the type checker and the editors load from the files in `types/`, against which the compiler checks the
 * library itself. The interface of a group becomes a namespace, so that it adds no name but its own to people's code.
 * @param source of the group's types
 */
export function writeDeclaration(group: string, source: string): string {
  const [types = "", description = "", body = ""] = source.split(
    /\/\*\* ([^\n]+) \*\/\nexport interface [A-Z]\w+ \{\n(?= {2}\/\*\*)/,
  );
  const members = body
    .slice(0, body.lastIndexOf("}"))
    .trimEnd()
    .replace(/^ {2}(?=[a-z])/gm, "  function ")
    .replace(
      /^( {2}function \w+)<([A-Z](?:,[^>]+)?)>(?=\()/gm,
      (_, head: string, types: string) => head + withDefaults(types),
    );
  const own = types
    .trim()
    .replace(/^export /gm, "")
    .replace(/^(?=.)/gm, "  ");
  return `/** ${description} */\ndeclare namespace ${group} {\n${onOneLine(own)}\n${onOneLine(members)}\n}\n`;
}

/** Of a list of which nothing is known, the items are anything; without a default TypeScript takes them for `unknown`. */
const withDefaults = (types: string): string =>
  `<${types
    .split(", ")
    .map((type) => `${type} = ${/ extends (.+)/.exec(type)?.[1] ?? "any"}`)
    .join(", ")}>`;

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
