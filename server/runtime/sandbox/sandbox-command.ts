import { spawnSync } from "node:child_process";

/** How a sandbox process is started. */
export interface SandboxCommand {
  file: string;
  args: string[];
}

/** Reads the child's code from its parent, so that it needs to read no file, and runs it. */
const BOOTSTRAP = `const fs=require("fs");function read(n){const b=Buffer.alloc(n);for(let o=0;o<n;){const r=fs.readSync(0,b,o,n-o);if(r===0)process.exit(0);o+=r}return b}
const code=read(read(4).readUInt32LE(0)).toString();new Function("require",code)(require)`;

const NODE_ARGS = [
  ...permissionFlags(),
  ...["--no-warnings", "--disable-proto=delete", "--no-addons", "--max-old-space-size=512"],
  ...["-e", BOOTSTRAP],
];

const NOBODY = ["--reuid=65534", "--regid=65534", "--clear-groups"];
const TIED_TO_PARENT = ["--pdeathsig", "KILL", "--no-new-privs"];

/**
 * Finds the strictest way to start a sandbox process that works on this machine: as nobody where we are root and nobody
 * can run Node, in any case unable to gain rights and killed with its parent where `setpriv` is present.
 */
export function findSandboxCommand(): SandboxCommand {
  const node = process.execPath;
  const isRoot = process.getuid?.() === 0;
  const ladder = [...(isRoot ? [[...TIED_TO_PARENT, ...NOBODY]] : []), TIED_TO_PARENT];
  if (process.platform === "linux") {
    for (const options of ladder) {
      const env = {} as NodeJS.ProcessEnv;
      const probe = spawnSync("setpriv", [...options, node, "-e", ""], { env, stdio: "ignore", cwd: "/" });
      if (probe.status === 0) return { file: "setpriv", args: [...options, node, ...NODE_ARGS] };
    }
  }
  return { file: node, args: NODE_ARGS };
}

/** Node's own walls where this version has them: no files, no processes, no threads. */
function permissionFlags(): string[] {
  const flags = ["--permission", "--experimental-permission"];
  return flags.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag)).slice(0, 1);
}
