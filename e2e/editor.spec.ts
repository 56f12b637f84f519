import { expect, test } from "@playwright/test";
import { EditorPage } from "./fixtures/editor";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

test("two steps are built with the mouse, and every edit can be undone and redone", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.create("When someone presses a button");
  await editor.open("Button pressed");
  await editor.choose("On which records", "Leads");

  await editor.dragStep("Write to the log", { x: 360, y: 200 });
  await editor.connect("Button pressed", "Write to the log");
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);
  await editor.open("Write to the log");
  await editor.insertData("Message", "Button pressed", "Lead", "E-mail");
  await expect(editor.field("Message").getByText("Lead › E-mail")).toBeVisible();

  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(editor.field("Message").getByText("Lead › E-mail")).toBeHidden();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.locator(".react-flow__edge")).toHaveCount(0);
  await page.getByRole("button", { name: /^Redo/ }).click();
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);
  await expect(editor.field("Message").getByText("Lead › E-mail")).toBeVisible();

  await editor.open("Button pressed");
  const nameButton = page.getByRole("button", { name: /^Change the name in formulas/ });
  await nameButton.click();
  const nameField = page.getByRole("textbox", { name: "Name in formulas:" });
  await nameField.fill("2nd");
  await nameField.press("Enter");
  await expect(page.getByText("A name begins with a letter")).toBeVisible();
  await nameField.fill("pressedLead");
  await nameField.press("Enter");
  await expect(nameButton).toHaveText("pressedLead");
  await editor.open("Write to the log");
  await expect(editor.field("Message").getByText("Lead › E-mail")).toBeVisible();

  await editor.saved();
  await page.reload();
  await expect(page.locator(".react-flow__node")).toHaveCount(2);
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);
});

test("a second tab cannot silently overwrite the first", async ({ page, context }) => {
  const editor = new EditorPage(page);
  await editor.create("When I run it");
  await editor.saved();
  const second = await context.newPage();
  await second.goto(page.url());
  const other = new EditorPage(second);
  await expect(other.step("Run by hand")).toBeVisible();

  await editor.rename("Changed in the first tab");
  await editor.saved();
  await other.rename("Changed in the second tab");
  await expect(second.getByText("Changed in another tab:")).toBeVisible();
  await second.getByRole("button", { name: "Compare" }).click();
  await expect(second.getByRole("dialog", { name: "What differs" })).toBeVisible();
  await second.getByRole("dialog").getByRole("button", { name: "Use mine" }).click();
  await other.saved();

  await page.reload();
  await expect(page.getByLabel("Name of the automation")).toHaveValue("Changed in the second tab");
});

test("a line that would make a circle is refused, and the cursor says why", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.create("When I run it");
  await editor.dragStep("Set values", { x: 520, y: 180 });
  await editor.dragStep("Code", { x: 520, y: 420 });
  await editor.connect("Set values", "Code");
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);

  await editor.drawTo("Code", "Set values");
  await expect(page.getByText("This would make a circle")).toBeVisible();
  await page.mouse.up();
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);
});

test("a problem stands on its step in words until it is fixed, and blocks publishing", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.create("When someone presses a button");
  await editor.open("Button pressed");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveAttribute("aria-disabled", "true");
  await expect(editor.step("Button pressed").getByText("On which records is not filled in.")).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).press("Enter");
  await expect(page.getByLabel("Must be fixed")).toBeVisible();

  await editor.choose("On which records", "Leads");
  await expect(page.getByLabel("Must be fixed")).toBeHidden();
  await editor.publish();
});
