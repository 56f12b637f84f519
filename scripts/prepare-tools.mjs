import { generate } from "./generate.mjs";
import { install, installStamp } from "./install.mjs";
import { withProgress } from "./progress.mjs";

/** Makes sure that packages and generated code are there before anything checks or tests them. */
export async function prepareTools() {
  if (!installStamp().isFresh()) await withProgress("Installing", install);
  await generate();
}
