import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { FunctionPage } from "./fixtures/function";
import { LeadPage } from "./fixtures/lead";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

/** New at each telling, so that a second try does not meet what the first one made. */
const unique = () => Date.now().toString(36);
const greeter = (name: string, word: string, parameters = "firstName: string") =>
  `export function ${name}(${parameters}): string {\n  return "${word} " + firstName;\n}\n`;

test("a newer version shows whom it would break, and reaches the live automations it works in", async ({ page }) => {
  const name = `greet${unique()}`;
  const button = `Greet ${unique()}`;
  const functionPage = new FunctionPage(page);
  const leads = new LeadPage(page);

  await test.step("write it, publish it, make a button of it", async () => {
    await functionPage.openNew();
    await functionPage.write(greeter(name, "Hello"));
    await functionPage.publish(1);
    await page.getByRole("button", { name: "Attach to a button" }).click();
    await functionPage.dialog.getByLabel("Text on the button").fill(button);
    await functionPage.dialog.getByRole("button", { name: "Attach", exact: true }).click();
    await expect(functionPage.dialog).toBeHidden();
  });

  await test.step("a change saves itself, and nothing live has it before it is published", async () => {
    await functionPage.write(greeter(name, "Good day"));
    await functionPage.saved();
    await expect(functionPage.pill).toHaveText("v1 · changes not published");
    await page.reload();
    await expect(functionPage.code).toContainText("Good day");
  });

  await test.step("publish it with the automation that calls it", async () => {
    await functionPage.openPublish();
    const { dialog } = functionPage;
    await expect(dialog.getByRole("table", { name: "Lines that differ" })).toContainText('"Good day "');
    await expect(dialog).toContainText("The inputs and the result stay as they are.");
    await expect(dialog).toContainText(`${button} v1 holds v1`);
    await expect(dialog.getByRole("checkbox", { name: `Republish ${button} with v2` })).toBeChecked();
    await dialog.getByRole("textbox").fill("More polite");
    await dialog.getByRole("button", { name: "Publish v2 and one automation" }).click();
    await expect(dialog.getByRole("list", { name: "What became of each automation" })).toContainText("published as v2");
    await functionPage.closeAfterPublish(2);
    const functionAddress = page.url();
    await leads.openNew({ "First Name": "Grace", "Last Name": "Hopper" });
    await leads.press(button);
    await expect(leads.toast).toContainText("Good day Grace");
    await page.goto(functionAddress);
  });

  await test.step("one that would break it says where, and leaves it as it is", async () => {
    await functionPage.write(greeter(name, "Hi", "firstName: string, language: string"));
    await functionPage.openPublish();
    const { dialog } = functionPage;
    await expect(dialog).toContainText("New input language (string)");
    await expect(dialog).toContainText("Would not work with it");
    await expect(dialog).toContainText("language is not filled in.");
    await expect(dialog.getByRole("checkbox")).toHaveCount(0);
    await dialog.getByRole("button", { name: "Publish v3", exact: true }).click();
    await functionPage.closeAfterPublish(3);
    await page.getByRole("tab", { name: "About" }).click();
    await expect(page.getByText("live v2 holds v2 · v3 is newer")).toBeVisible();
    await expect(page.getByRole("region", { name: "One live automation still holds an older version" })).toBeVisible();
  });

  await test.step("go back to an older version", async () => {
    await page.getByRole("tab", { name: "Versions" }).click();
    const versions = page.getByRole("list", { name: "Published versions" });
    await expect(versions.getByRole("button")).toHaveCount(3);
    await versions.getByRole("button", { name: /^v2/ }).click();
    await expect(versions).toContainText("More polite");
    await page.getByRole("combobox", { name: "What to show" }).click();
    await page.getByRole("option", { name: "What differs from the draft" }).click();
    await expect(page.getByRole("table", { name: "Lines that differ" })).toContainText("language: string");
    await page.getByRole("button", { name: "Restore into the draft" }).click();
    await expect(functionPage.code).toContainText("Good day");
    await expect(functionPage.pill).toHaveText("v3 · changes not published");
  });
});

test("two tabs cannot overwrite each other's code", async ({ page, context }) => {
  const name = `twice${unique()}`;
  const first = new FunctionPage(page);
  await first.openNew();
  await first.write(greeter(name, "Hello"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(first.pill).toHaveText("Not published");
  const second = new FunctionPage(await context.newPage());
  await second.page.goto(page.url());
  await expect(second.code).toContainText("Hello");

  await first.write(greeter(name, "Mine"));
  await first.saved();
  await expect(first.page.getByText("Saving…")).toBeHidden();
  await second.write(greeter(name, "Theirs"));
  const conflict = second.page.getByRole("alert").filter({ hasText: "Changed in another tab:" });
  await expect(conflict).toBeVisible();
  await conflict.getByRole("button", { name: "Compare" }).click();
  await expect(second.dialog.getByRole("table", { name: "Lines that differ" })).toContainText("Mine");
  await second.dialog.getByRole("button", { name: "Use mine" }).click();
  await expect(conflict).toBeHidden();
  await second.saved();
  await second.page.reload();
  await expect(second.code).toContainText("Theirs");
});

test("the dialog that publishes is there for everybody", async ({ page }) => {
  const functionPage = new FunctionPage(page);
  await functionPage.openNew();
  await functionPage.write(greeter(`shown${unique()}`, "Hello"));
  await functionPage.openPublish();
  await expect(functionPage.dialog.getByRole("table", { name: "Lines that differ" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
});

test("a function that was never published can be chosen, and the step says what is missing", async ({ page }) => {
  const name = `early${unique()}`;
  const functionPage = new FunctionPage(page);
  await functionPage.openNew();
  await functionPage.write(greeter(name, "Hello"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(functionPage.pill).toHaveText("Not published");
  await page.goto("/automations");
  await page
    .getByRole("link", { name: /^Add to mailing list/ })
    .first()
    .click();
  await page.getByLabel("Search steps").fill(name);
  await expect(page.locator("[data-palette]").getByRole("button", { name: new RegExp(name) })).toContainText(
    "not published yet",
  );
});
