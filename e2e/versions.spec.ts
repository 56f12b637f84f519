import { expect, test } from "@playwright/test";
import { EditorPage } from "./fixtures/editor";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

test("a published version is looked at, compared with the draft, and restored", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.create("When I run it");
  await editor.rename("Say hello");
  await editor.dragStep("Write to the log", { x: 420, y: 240 });
  await editor.connect("Run by hand", "Write to the log");
  await editor.open("Write to the log");
  await editor.field("Message").getByRole("textbox").first().fill("Hello");
  await editor.publish();
  await page.getByRole("button", { name: "Stay here" }).click();

  await editor.open("Write to the log");
  await page.keyboard.press("Escape");
  await editor.relabel("Write to the log", "Greet");
  await editor.publish();
  await page.getByRole("button", { name: "Stay here" }).click();

  await page.getByRole("tab", { name: "Versions" }).click();
  const versions = page.getByRole("list", { name: "Published versions" });
  await expect(versions.getByRole("button")).toHaveCount(2);
  await expect(versions.getByRole("button").first()).toContainText("Live");
  const newest = page.getByRole("region", { name: "v2" });
  await expect(newest.getByText("Renamed")).toBeVisible();
  await expect(newest.getByText("Greet", { exact: true })).toBeVisible();
  await expect(newest.getByRole("button", { name: "Restore as draft" })).toBeDisabled();

  await versions.getByRole("button").last().click();
  const first = page.getByRole("region", { name: "v1" });
  await first.getByRole("combobox", { name: "What to show" }).click();
  await page.getByRole("option", { name: "Its outline" }).click();
  await expect(first.locator("[data-outline-step]").last()).toContainText("Write to the log");

  await first.getByRole("button", { name: "Restore as draft" }).click();
  await expect(editor.step("Write to the log")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(editor.step("Greet")).toBeVisible();
});
