import { spawn } from "node:child_process";
import { createServer } from "node:net";

const children = [];
process.on("exit", () => {
  for (const child of children) child.kill("SIGTERM");
});
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

/** Starts a script with this Node; it ends with this process at the latest. */
export function start(args, environment = {}, options = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
    ...options,
  });
  children.push(child);
  return child;
}

/** @returns when everything that was started has ended */
export const stopAll = () => Promise.all(children.map(stop));

export function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

/** @returns what the pattern's first group matched, once a line of the child's output matches it */
export function firstLine(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      for (const line of text.split("\n")) {
        const match = pattern.exec(line);
        if (match) resolve(match[1]);
      }
    });
    child.once("exit", (code) => reject(new Error(`${child.spawnargs.join(" ")} ended with ${code}:\n${text}`)));
  });
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
