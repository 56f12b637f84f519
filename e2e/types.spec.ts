import { expect, test } from "@playwright/test";
import { EditorPage } from "./fixtures/editor";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

test("a formula completes with types, and what does not fit is told with its way out", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.create("When someone presses a button");
  await editor.open("Button pressed");
  await editor.choose("On which records", "Leads");
  await editor.dragStep("Write to the log", { x: 520, y: 200 });
  await editor.connect("Button pressed", "Write to the log");
  await editor.open("Write to the log");
  await editor.field("Message").getByRole("button", { name: "Write a formula" }).click();

  const formula = editor.field("Message").locator(".cm-content");
  await formula.click();
  await formula.pressSequentially("buttonPressed.record.Ema");
  await expect(page.locator(".cm-tooltip-autocomplete").getByText("Email", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("Escape");

  await formula.fill("buttonPressed.record.Emial");
  const problems = page.locator("[data-inspector]").getByRole("list").first();
  await expect(problems.getByText("Leads have no field Emial; did you mean Email?")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveAttribute("aria-disabled", "true");
  await problems.getByRole("button", { name: "Write Email" }).click();
  await expect(formula).toHaveText("buttonPressed.record.Email");
  await expect(problems.getByText("did you mean")).toBeHidden();

  await formula.fill("buttonPressed.record.Email.trim()");
  await expect(problems.getByText(/may be empty/)).toBeVisible();
  await problems.getByRole("button", { name: "When empty: skip the step" }).click();
  await expect(page.locator(".react-flow__node")).toHaveCount(3);
  await expect(editor.step("E-mail is filled in?")).toBeVisible();
  await expect(problems.getByText(/may be empty/)).toBeHidden();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.locator(".react-flow__node")).toHaveCount(2);
  await expect(problems.getByText(/may be empty/)).toBeVisible();
  await problems.getByRole("button", { name: "When empty: leave it empty" }).click();
  await expect(formula).toHaveText('(buttonPressed.record.Email ?? "").trim()');
  await editor.publish();
});
