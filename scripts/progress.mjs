const QUIET_LINE_EVERY_S = 20;

/**
 * Shows a long step with the seconds it takes: `1/5 Installing ... 38 s`. In a terminal the line counts in place; in a log a
 * line is added now and then.
 * @template T
 * @param {string} label "1/5 Installing"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work gave.
 */
export async function withProgress(label, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const terminal = process.stdout.isTTY;
  const show = (end) => process.stdout.write(`${terminal ? "\r" : ""}${label} ... ${seconds()} s${end}`);

  if (terminal) show("");
  const timer = setInterval(() => {
    if (terminal) show("");
    else if (seconds() % QUIET_LINE_EVERY_S === 0) show("\n");
  }, 1000);
  try {
    const result = await work();
    show("\n");
    return result;
  } catch (error) {
    process.stdout.write(`${terminal ? "\n" : ""}${label} ... failed\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
