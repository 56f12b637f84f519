import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

// Workers read this file again: what the first reading chose is handed down through the environment.
process.env.MILLRACE_E2E_DATA ??= mkdtempSync(join(tmpdir(), "millrace-e2e-"));
process.env.MILLRACE_E2E_PORT ??= "3987";
const address = `http://localhost:${process.env.MILLRACE_E2E_PORT}`;

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

/** The stories run one after the other against one product, started fresh with its demo. */
export default defineConfig({
  testDir: "e2e",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    trace: "on-first-retry",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [
    // It works once on a fresh product, so it cannot be tried again.
    { name: "set-up", testMatch: /set-up\.setup\.ts/, retries: 0 },
    { name: "stories", dependencies: ["set-up"] },
  ],
  webServer: {
    command: "node scripts/start.mjs",
    url: `${address}/api/ready`,
    timeout: 600_000,
    stdout: "pipe",
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: { PORT: process.env.MILLRACE_E2E_PORT, MILLRACE_DATA: process.env.MILLRACE_E2E_DATA },
  },
});
