import type { SpawnOptions } from "node:child_process";

/** PostgreSQL's programs start from the root folder with none of our environment, secrets included. */
export const RUN_OPTIONS = {
  cwd: "/",
  env: { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C" } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
} satisfies SpawnOptions;
