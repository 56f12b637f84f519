/** What is bundled into dist/: the name of each file and the source it starts from. */
export const ENTRIES = {
  main: "server/main.ts",
  settings: "server/env.ts",
  backup: "server/backup/main.ts",
};
