import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Prisma's own schema engine, in WebAssembly: nothing to download, no child process. */
export type OpenSchemaEngine = Pick<SchemaEngine, "diff"> & { close(): Promise<void> };

/**
 * @param url of the database it works on; `diff` against migrations makes and drops a shadow database beside it.
 * @param factory another adapter, for tools.
 */
export async function openSchemaEngine(
  url: string,
  factory: SqlMigrationAwareDriverAdapterFactory = new PrismaPg({ connectionString: url, max: 2 }),
): Promise<OpenSchemaEngine> {
  engineModule ??= instantiate();
  const module = await engineModule;
  const connections: SqlDriverAdapter[] = [];
  const remember = async () => {
    const connection = await factory.connect();
    connections.push(connection);
    return connection;
  };
  const engine = await module.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: remember,
      connectToShadowDb: () => factory.connectToShadowDb(),
    }),
  );
  return {
    diff: (input) => engine.diff(input),
    close: async () => {
      engine.free();
      for (const connection of connections) await connection.dispose();
    },
  };
}

/** The package keeps its one instance in module variables, so a second one would break the first. */
let engineModule: ReturnType<typeof instantiate> | undefined;

/** The package expects a bundler that imports WebAssembly; Node 20 does not, so it is put together by hand. */
async function instantiate() {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  const module = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": module as unknown as WebAssembly.ModuleImports,
  });
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module;
}
