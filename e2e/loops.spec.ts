import { expect, test } from "@playwright/test";
import { EditorPage } from "./fixtures/editor";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

test("every lead that is found is changed in a loop built with the mouse, and each round can be looked at", async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.create("When I run it");
  await editor.rename("Call every new lead");

  await editor.dragStep("Find many", { x: 360, y: 160 });
  await editor.connect("Run by hand", "Find records");
  await editor.open("Find records");
  await editor.choose("Record type", "Leads");
  await editor.showMore();
  await editor.inspector.getByRole("spinbutton", { name: "At most" }).fill("12");

  await editor.dragStep("Repeat for each", { x: 420, y: 440 });
  await editor.connect("Find records", "Repeat for each");
  await editor.open("Repeat for each");
  await editor.insertData("List", "Find records");

  // The dashed card inside the loop asks what happens each time.
  await page.getByRole("button", { name: "What should happen each time?" }).click();
  await page.getByRole("dialog", { name: "Add a step" }).getByRole("button", { name: "Change", exact: true }).click();
  await expect(editor.step("Change a record")).toBeVisible();
  await editor.open("Change a record");
  // The step takes the lead of the round by itself.
  await expect(editor.field("Which one").getByText("Lead › Id")).toHaveCount(1);
  await editor.setRecordField("Mailing Status", "Subscribed");

  // A line does not cross the border of a loop.
  await editor.drawTo("Run by hand", "Change a record");
  await expect(page.getByText("A line cannot cross the border of a loop")).toBeVisible();
  await page.mouse.up();
  await expect(page.locator(".react-flow__edge")).toHaveCount(3);

  await editor.test("Run for real");
  const header = editor.step("Repeat for each").locator("[data-loop-count]");
  await expect(header).toHaveText(/^\d+ times$/, { timeout: 60_000 });
  const times = Number((await header.textContent())?.split(" ")[0]);
  expect(times).toBeGreaterThan(1);

  await editor.open("Change a record");
  await editor.inspector.getByRole("tab", { name: "Result" }).click();
  const rounds = editor.inspector.getByRole("group", { name: "Which time" });
  await expect(rounds).toContainText(`of ${times}`);
  await rounds.getByRole("button", { name: "The time before" }).click();
  await expect(rounds).toContainText(`${times - 1}`);

  await page.keyboard.press("h");
  await expect(page.getByText("Share of the instructions")).toBeVisible();

  await page.getByRole("tab", { name: "Outline" }).click();
  const outline = page.getByRole("region", { name: "Outline" });
  await expect(outline.locator("[data-outline-step]")).toHaveCount(4);
  await expect(outline.locator("[data-outline-step]").last()).toContainText("Change Mailing Status of a Lead");

  await page.getByRole("tab", { name: "Canvas" }).click();
  await page.getByRole("link", { name: "See what happened" }).click();
  await expect(page.getByRole("region", { name: "Steps" }).locator("[data-loop-count]")).toHaveText(`${times} times`);
});

test("a step is dragged out of its loop and back, its lines are cut, and one undo brings all back", async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.create("When I run it");
  await editor.dragStep("Repeat for each", { x: 420, y: 160 });
  await page.getByRole("button", { name: "What should happen each time?" }).click();
  await page
    .getByRole("dialog", { name: "Add a step" })
    .getByRole("button", { name: /^Set values/ })
    .click();
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);

  const card = await editor.step("Set values").boundingBox();
  await page.mouse.move(card!.x + 120, card!.y + 20);
  await page.mouse.down();
  await page.mouse.move(card!.x + 120, card!.y + 360, { steps: 12 });
  await page.mouse.up();
  await expect(page.locator(".react-flow__edge")).toHaveCount(0);
  await expect(page.getByText("1 line was cut")).toBeVisible();
  await expect(page.getByRole("button", { name: "What should happen each time?" })).toBeVisible();

  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "What should happen each time?" })).toBeHidden();
});
