import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const MOST_LINES = 500;

test("core imports nothing but itself and pure parsing libraries", () => {
  const allowed = ["@/core/", "zod", "acorn", "acorn-walk", "magic-string", "sucrase"];
  expect(importsOf(sources("core")).filter(({ from }) => !startsWithAny(from, allowed))).toEqual([]);
});

test("components import core, each other, words, and of the server types alone", () => {
  const wrong = importsOf(sources("components")).filter(
    ({ from, typeOnly }) =>
      startsWithAny(from, ["node:", "@/app/", "@/prisma/"]) || (from.startsWith("@/server/") && !typeOnly),
  );
  expect(wrong).toEqual([]);
});

test("app holds routes that import components", () => {
  const ours = importsOf(sources("app")).filter(({ from }) => from.startsWith("@/"));
  expect(ours.filter(({ from }) => !startsWithAny(from, ["@/app/", "@/components/", "@/messages/"]))).toEqual([]);
});

test("the server knows no page, and no sentence but those of the REST surface and of its own mails", () => {
  const imports = importsOf(sources("server"));
  expect(imports.filter(({ from }) => startsWithAny(from, ["@/app/", "@/components/"]))).toEqual([]);
  const speaking = imports.filter(({ from }) => from.startsWith("@/messages/")).map(({ file }) => dirname(file));
  expect([...new Set(speaking)].sort()).toEqual(["server/api/rest", "server/notices"]);
});

test("the runtime knows no tRPC and no HTTP surface", () => {
  const wrong = importsOf(sources("server/runtime")).filter(({ from }) =>
    startsWithAny(from, ["@trpc/", "@/server/api/"]),
  );
  expect(wrong).toEqual([]);
});

test("settings are read in server/env.ts alone", () => {
  const files = sources("core", "server", "components", "app").filter((file) => !isTest(file));
  const readers = files.filter((file) => /\bprocess\.env\b/.test(withoutComments(read(file))));
  expect(readers).toEqual(["server/env.ts"]);
});

test("outgoing connections open in server/egress.ts alone", () => {
  const files = sources("core", "server").filter((file) => !/^server\/egress[./]/.test(file));
  const clients = ["undici", "node:http", "node:https", "node:http2", "node:tls", "nodemailer"];
  expect(importsOf(files).filter(({ from, typeOnly }) => clients.includes(from) && !typeOnly)).toEqual([]);
  expect(files.filter((file) => /(?<![\w.$])fetch\(/.test(withoutComments(read(file))))).toEqual([]);
});

test("no file is longer than a person reads in one go", () => {
  const long = sources("").filter((file) => read(file).split("\n").length > MOST_LINES);
  expect(long).toEqual([]);
});

test("no file is a drawer", () => {
  const drawer = /(^|\/)(utils?|helpers?|common|misc|managers?|lib|shared)(\/|\.\w+$)/;
  expect(sources("").filter((file) => drawer.test(file))).toEqual([]);
});

test("no test sleeps, and nothing is left to do", () => {
  const tests = sources("").filter((file) => /(\.test\.tsx?$|^e2e\/)/.test(file));
  const sleeping = new RegExp(["waitFor", "Timeout"].join(""));
  expect(tests.filter((file) => sleeping.test(read(file)))).toEqual([]);
  const leftover = new RegExp(`\\b(${["TO", "DO|FIX", "ME"].join("")})\\b`);
  expect(sources("").filter((file) => leftover.test(read(file)))).toEqual([]);
});

test("the architecture names every room of the server", () => {
  const table = read("ARCHITECTURE.md");
  const rooms = readdirSync(join(root, "server"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).filter((room) => !table.includes(`| \`${room}/\` |`))).toEqual([]);
});

test("the index of decisions names every decision", () => {
  const index = read("docs/decisions/README.md");
  const decisions = readdirSync(join(root, "docs/decisions")).filter((file) => /^\d/.test(file));
  expect(decisions.filter((file) => !index.includes(`(${file})`))).toEqual([]);
});

test("links in documents lead somewhere", () => {
  const broken = documents().flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((found) => decodeURIComponent(found[1] ?? ""))
      .filter((target) => !existsSync(join(root, dirname(file), target)))
      .map((target) => `${file} -> ${target}`),
  );
  expect(broken).toEqual([]);
});

interface Import {
  file: string;
  from: string;
  typeOnly: boolean;
}

/** Imports of files that ship; tests may look anywhere. Relative ones are given as `@/…`. */
function importsOf(files: string[]): Import[] {
  return files.filter((file) => !isTest(file)).flatMap(importsOfFile);
}

function importsOfFile(file: string): Import[] {
  const text = withoutComments(read(file));
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([\w*\s{},$]*?)\s*from\s+"([^"]+)"/gm);
  const found = [...statements].map(([, type, names = "", from = ""]) => ({
    file,
    from: absolute(file, from),
    typeOnly: Boolean(type) || /^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\s*\}$/.test(names.trim()),
  }));
  const bare = [...text.matchAll(/(?:^import\s+|\bimport\()"([^"]+)"/gm)].map(([, from = ""]) => ({
    file,
    from: absolute(file, from),
    typeOnly: false,
  }));
  return [...found, ...bare];
}

const isTest = (file: string): boolean => /\.(test|cases)\.tsx?$/.test(file);

const absolute = (file: string, from: string): string =>
  from.startsWith(".") ? `@/${relative(root, join(root, dirname(file), from))}` : from;

const startsWithAny = (from: string, prefixes: string[]): boolean =>
  prefixes.some((prefix) => (prefix.endsWith("/") || prefix.endsWith(":") ? from.startsWith(prefix) : from === prefix));

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

const read = (file: string): string => readFileSync(join(root, file), "utf8");

const SKIPPED = new Set(["node_modules", "dist", ".next", ".git", "generated", "samples", "test-results", ".millrace"]);

function sources(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => walk(folder))
    .filter((file) => /\.(tsx?|mjs|css)$/.test(file) && !/\.d\.ts$/.test(file));
}

function documents(): string[] {
  return walk("").filter((file) => file.endsWith(".md"));
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(path);
    return [path];
  });
}
