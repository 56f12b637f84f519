/**
 * Derives the declarations of the module `millrace` from the contract's own source, so that what the checker believes is
 * what the sandbox does. They stand in a namespace too, for the checker's notes and the globals. The import, and the comment
 * about lowering, are not for readers of user code.
 *
 * @param abi the text of `core/compiler/abi.ts`
 * @param record the text of the interface `CrmRecord`
 */
export function deriveDeclarations(abi: string, record: string): string {
  const body = abi
    .replace(/^import type [^\n]*\n/gm, "")
    .replace(/^\/\*\*\n \* The contract between[\s\S]*?\*\/\n/m, "")
    .trim();
  const lines = `${JSON_TYPE}\n\n${record.trim()}\n\n${body}`
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`));
  return `declare namespace Millrace {\n${lines.join("\n")}\n}\n\ndeclare module "millrace" {\n  export = Millrace;\n}\n`;
}

/** What a stored value or a variable holds is described by nobody. */
const JSON_TYPE = "/** Any JSON value. */\nexport type Json = any;";

/** @returns the text of one exported interface of a source, with its comment */
export function interfaceText(source: string, name: string): string {
  const found = new RegExp(`(?:/\\*\\*[^/]*\\*/\\n)?export interface ${name} \\{[\\s\\S]*?\\n\\}`).exec(source);
  return found?.[0] ?? "";
}
