import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { root } from "./root.mjs";

// npm run play [-- <sample or file> [--input '<JSON>']]: compiles an automation, shows its code, runs it here, and shows its steps.
const SAMPLES = join(root, "core/compiler/samples");

const { values, positionals } = parseArgs({ allowPositionals: true, options: { input: { type: "string" } } });
const [wanted] = positionals;
const names = readdirSync(SAMPLES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
if (wanted === undefined) {
  console.log(`npm run play -- <sample or file> [--input '<JSON>']\n\n${names.join("\n")}`);
  process.exit(0);
}

await bundle({ play: "scripts/play/main.ts" });
const { nearestName, play } = await import("../dist/play.js");
const isSample = names.includes(wanted);
if (!isSample && !existsSync(wanted)) refuse(`There is no sample and no file ${wanted}.${suggestion()}`);

const document = readJson(isSample ? join(SAMPLES, wanted, "graph.json") : wanted);
const compiles = await play(document, cases(), (text) => console.log(text));
process.exitCode = compiles ? 0 : 1;

/** What is run: the given input, else the sample's cases, else once with nothing. */
function cases() {
  if (values.input !== undefined) return [{ name: "input", trigger: parse(values.input, "--input") }];
  const file = join(SAMPLES, wanted, "cases.json");
  return isSample && existsSync(file) ? readJson(file) : [{ name: "no input", trigger: {} }];
}

/** The samples that have most of the words, and the one that is spelt nearly so. */
function suggestion() {
  const words = wanted
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const rated = names
    .map((name) => ({ name, hits: words.filter((word) => name.includes(word)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ name }) => name);
  const near = [...new Set([nearestName(wanted, names), ...rated].filter(Boolean))].slice(0, 6);
  return near.length > 0
    ? ` Near to it:\n${near.map((name) => `  ${name}`).join("\n")}`
    : " npm run play lists the samples.";
}

function readJson(file) {
  return parse(readFileSync(file, "utf8"), file);
}

function parse(text, what) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`${what} is not JSON: ${error.message}`);
  }
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
