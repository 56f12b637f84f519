/**
 * Makes one list of several, where a later record of a step replaces an earlier one.
 * @param texts JSON texts of lists of steps
 */
export function mergeSteps(texts: readonly string[]): string {
  const [only = "[]", ...more] = texts;
  if (more.length === 0) return only;
  const steps = new Map<string, object>();
  for (const text of texts) {
    for (const step of JSON.parse(text) as { nodeId: string; path: string; attempt: number }[]) {
      steps.set(`${step.nodeId}/${step.path}/${step.attempt}`, step);
    }
  }
  return JSON.stringify([...steps.values()]);
}
