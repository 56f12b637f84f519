import type { Analysis } from "@/core/compiler/analyse/analyse";
import { MATCH_NAME } from "@/core/compiler/generate/module-names";
import { writeType } from "@/core/compiler/generate/type-text";
import { oneLine, type Writer } from "@/core/compiler/generate/writer";

/** Writes the function that says which handle of a start an event takes, where its start asks more than one thing. */
export function writeMatch(writer: Writer, { root, configOf, typeOf }: Analysis): void {
  const { id, name, type, context, label } = root.graph.entry;
  const cases = type.emitMatch?.(configOf(id), context);
  if (!cases) return;
  const handles = [...new Set([...cases.map((one) => one.handle), "otherwise"])].map((one) => JSON.stringify(one));
  writer.gap();
  writer.line(0, `// ${oneLine(label)}: which condition holds`);
  writer.line(0, `export function ${MATCH_NAME}(${name}: `);
  writeType(writer, typeOf(id), 0);
  writer.write(`): ${handles.join(" | ")} {`);
  for (const { handle, test, field, label: told } of cases) {
    if (told) writer.line(1, `// ${oneLine(told)}`);
    writer.line(1);
    writer.span({ nodeId: id, part: "config", field }, () =>
      writer.write(`${test === null ? "" : `if (${test}) `}return ${JSON.stringify(handle)};`),
    );
    if (test === null) break;
  }
  if (cases.every(({ test }) => test !== null)) writer.line(1, 'return "otherwise";');
  writer.line(0, "}");
}
