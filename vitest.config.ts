import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const shared = { resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } } };
const exclude = ["node_modules/**", "dist/**", ".next/**", "e2e/**"];

/** `unit` is pure and fast; `integration` runs against a real PostgreSQL and real sandboxes. */
export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: true,
    projects: [
      {
        ...shared,
        test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...exclude, "**/*.integration.test.ts"] },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude,
          globalSetup: "tests/fixtures/global-setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
