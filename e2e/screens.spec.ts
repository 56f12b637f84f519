import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

const PAGES = [
  "/",
  "/records/Leads",
  "/automations",
  "/functions",
  "/connections",
  "/executions",
  "/account",
  "/people",
  "/variables",
  "/outbox",
  "/usage",
  "/settings/limits",
];
const LOOKS = [
  { theme: "light", width: 1440 },
  { theme: "dark", width: 1024 },
] as const;

for (const { theme, width } of LOOKS) {
  test.describe(`${theme}, ${width} wide`, () => {
    // Colours are looked at where they end, not on the way.
    test.use({ colorScheme: theme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: "reduce" } });

    test("every main page shows itself without an error, and to everybody", async ({ page }) => {
      // A dozen pages, each looked through whole.
      test.slow();
      const errors = consoleErrors(page);
      for (const path of PAGES) {
        await page.goto(path);
        await settled(page);
        await expectAccessible(page, path);
      }
      expect(errors).toEqual([]);
    });

    test("so do a lead, the canvas and a run", async ({ page }) => {
      const errors = consoleErrors(page);
      await page.goto("/records/Leads");
      await page.getByRole("link", { name: "Maria Rossi" }).click();
      await expect(page.getByRole("heading", { name: "Maria Rossi" })).toBeVisible();
      await settled(page);
      await expectAccessible(page, "a lead");

      await page.goto("/automations");
      await page
        .getByRole("link", { name: /^Add to mailing list/ })
        .first()
        .click();
      await expect(page.getByRole("region", { name: "Canvas" })).toBeVisible();
      await settled(page);
      await expectAccessible(page, "the canvas");

      await page.goto("/executions");
      await page.getByRole("row").filter({ hasText: "Add to mailing list" }).first().getByRole("link").first().click();
      await expect(page.getByRole("region", { name: "Steps" })).toBeVisible();
      await settled(page);
      await expectAccessible(page, "a run");
      expect(errors).toEqual([]);
    });

    test("so do a function and its versions", async ({ page }) => {
      const errors = consoleErrors(page);
      await page.goto("/functions");
      await page.getByRole("link", { name: /^buildSubscriber/ }).click();
      await expect(page.getByRole("textbox", { name: "Code of the function" })).toBeVisible();
      await settled(page);
      await expectAccessible(page, "a function");
      await page.getByRole("tab", { name: "Versions" }).click();
      await expect(page.getByRole("textbox", { name: "Code of v1" })).toBeVisible();
      await settled(page);
      await expectAccessible(page, "the versions of a function");
      expect(errors).toEqual([]);
    });
  });
}

/** Everything the browser complains of from now on. */
function consoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

/** Waits until nothing is a placeholder any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator("[data-skeleton], [aria-busy=true]")).toHaveCount(0);
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  expect(found, where).toEqual([]);
}
