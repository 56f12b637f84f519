import { spawn } from "node:child_process";
import { root } from "./root.mjs";

const children = new Set();

/**
 * Runs a program to its end. It has a process group of its own, and ends with this process.
 * @param {string[]} command program and parameters.
 * @param {{ env?: Record<string, string>, show?: boolean }} [options] `show` passes its output on as it comes.
 * @returns {Promise<{ status: number, output: string }>} what it printed, unless shown.
 */
export function runChild([program, ...parameters], { env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: root,
      env: { ...process.env, ...env },
      detached: true,
      stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("error", (error) => resolve({ status: 127, output: String(error) }));
    child.on("close", (status) => {
      children.delete(child);
      resolve({ status: status ?? 1, output });
    });
  });
}

/** Ends what `runChild` started when a signal ends this process. */
export function endChildrenOnSignals() {
  const end = (signal) => {
    for (const child of children) {
      try {
        process.kill(-child.pid, "SIGTERM");
      } catch {
        // It is gone already.
      }
    }
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
  return () => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, end);
  };
}
