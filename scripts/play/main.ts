import { createTranslator } from "use-intl/core";
import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import { type HostScript, plainHost } from "@/core/compiler/reference/plain-host";
import { plainRun } from "@/core/compiler/reference/plain-run";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { parseDocument } from "@/core/graph/parse-document";
import type { Json } from "@/core/values/json";
import { en } from "@/messages/en";
import { writeRun } from "@/scripts/play/write-run";

export { nearestName } from "@/core/records/nearest-name";

/** One run: what starts it, and what the world around it does; everything else outside succeeds. */
interface Case {
  name: string;
  trigger: Json;
  world?: HostScript;
}

const words = createTranslator({
  locale: "en",
  messages: en,
  namespace: "diagnostics",
  onError: () => {},
  getMessageFallback: ({ key }) => key,
});

/**
 * Compiles a document in the workspace of the samples, and runs it in this process, where nothing reaches outside.
 *
 * @param show is given each part of the output as it is known
 * @returns whether it compiles
 */
export async function play(input: Json, cases: readonly Case[], show: (text: string) => void): Promise<boolean> {
  const { diagnostics, program } = compile(input, sampleWorkspace);
  for (const finding of diagnostics) show(problem(finding));
  const { document } = parseDocument(input);
  if (!program || !document) return false;
  show(program.typescript);
  for (const { name, trigger, world = {} } of cases) {
    const trace = await plainRun(
      program.javascript,
      structuredClone(trigger),
      plainHost(world, async () => {}),
    );
    show(`${name}: ${JSON.stringify(trigger)}\n${writeRun(document, trace)}\n`);
  }
  return true;
}

function problem({ code, field, nodeId, params, severity }: Diagnostic): string {
  const place = [nodeId, field].filter(Boolean).join(" ");
  return `${severity} ${code}${place && ` at ${place}`}: ${words(code as never, params as never)}\n`;
}
