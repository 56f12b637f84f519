import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { EditorPage } from "./fixtures/editor";
import { FunctionPage } from "./fixtures/function";
import { LeadPage } from "./fixtures/lead";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

/** The demo's mailing list gives its key to whoever owns the data folder. */
const mailingListKey = () =>
  readFileSync(join(process.env.MILLRACE_E2E_DATA ?? ".", "demo-mailing-list/api-key"), "utf8").trim();

/** New at each telling, so that a second try does not meet what the first one made. */
const NAME = `subscriber${Date.now().toString(36)}`;
const STEP = `S${NAME.slice(1)}`;
const BUTTON = `Add to list ${Date.now().toString(36)}`;
const ACCOUNT = `Our list ${Date.now().toString(36)}`;
const SOURCE = `interface Subscriber { email: string; firstName: string; lastName: string }

export function ${NAME}(email: string, firstName: string, lastName: string): Subscriber {
  console.log("for " + lastName);
  return { email: email.trim().toLowerCase(), firstName, lastName };
}
`;

test("a function, a service and a record change become a button, and the run says what every step did", async ({
  page,
}) => {
  await makeFunction(page);
  const editor = new EditorPage(page);
  const leads = new LeadPage(page);

  await test.step("build it with the mouse", async () => {
    await editor.create("When someone presses a button");
    await editor.rename(BUTTON);
    await editor.open("Button pressed");
    await editor.choose("On which records", "Leads");
    await editor.fillField("Text on the button", BUTTON);

    await editor.dragStep(NAME, { x: 420, y: 120 });
    await editor.connect("Button pressed", STEP);
    await editor.open(STEP);
    await expect(editor.field("email")).toContainText("Lead › E-mail");
    await expect(editor.field("lastName")).toContainText("Lead › Last Name");

    await editor.dragStep("Add a member", { x: 420, y: 240 });
    await editor.connect(STEP, "Add a member");
    await editor.open("Add a member");
    await connectAccount(page, editor);
    await expect(editor.field("E-mail")).toContainText(`${STEP} › Email`);
    await expect(editor.field("Last name")).toContainText(`${STEP} › Last name`);

    await editor.dragStep("Change", { x: 420, y: 360 });
    await editor.connect("Add a member", "Change a record");
    await editor.open("Change a record");
    await editor.setRecordField("Mailing Status", "Subscribed");

    await editor.dragStep("Answer with", { x: 120, y: 360 });
    await editor.relabel("Answer with", "Say it worked");
    await editor.connect("Change a record", "Say it worked");
    await editor.open("Say it worked");
    await editor.insertData("Answer", "Button pressed", "Lead", "First Name");
  });

  await test.step("say what happens if it fails", async () => {
    await editor.dragStep("Write to the log", { x: 120, y: 460 });
    await editor.connect("Add a member", "Write to the log", "if it fails");
    await editor.open("Write to the log");
    await editor.fillField("Message", "The list refused it");
    await editor.dragStep("Answer with", { x: 420, y: 460 });
    await editor.relabel("Answer with", "Say sorry");
    await editor.connect("Write to the log", "Say sorry");
    await editor.open("Say sorry");
    await editor.fillField("Answer", "The list refused this lead.");
  });

  await editor.publish();

  await test.step("press it on a lead", async () => {
    await leads.openNew({ "First Name": "Grace", "Last Name": "Hopper", "E-mail": "grace.hopper@example.com" });
    await leads.press(BUTTON);
    await expect(leads.toast).toContainText("Grace");
    await expect(leads.field("Mailing Status")).toContainText("Subscribed");
    await leads.seeWhatHappened();
    await expect(page.getByText("Done", { exact: true }).first()).toBeVisible();
    await page
      .getByRole("button", { name: /Add a member/ })
      .first()
      .click();
    await page.getByRole("tab", { name: "Sent and received" }).click();
    await expect(page.getByText(/grace\.hopper@example\.com/).first()).toBeVisible();
    await expect(page.getByText(/201/).first()).toBeVisible();
  });

  await test.step("press it on a lead the list refuses", async () => {
    await leads.openNew({ "Last Name": "Nobody", "E-mail": "nobody@nowhere" });
    await leads.press(BUTTON);
    await expect(leads.toast).toContainText("The list refused this lead.");
    await leads.seeWhatHappened();
    await expect(page.getByText("1 problem handled").first()).toBeVisible();
    const cause = page.getByRole("region", { name: "Cause" });
    await expect(cause).toContainText("not a valid address");
    await expect(cause).toContainText("The value came from Lead > E-mail = nobody@nowhere");
  });

  await test.step("the key is on no page", async () => {
    for (const path of ["/connections", "/executions", "/functions"]) {
      await page.goto(path);
      await expect(page.getByRole("main")).toBeVisible();
      expect(await page.content()).not.toContain(mailingListKey());
    }
  });
});

test("the same without a function, from ready-made actions alone", async ({ page }) => {
  const editor = new EditorPage(page);
  const leads = new LeadPage(page);
  const label = `${BUTTON} without code`;
  await editor.create("When someone presses a button");
  await editor.rename(label);
  await editor.open("Button pressed");
  await editor.choose("On which records", "Leads");
  await editor.fillField("Text on the button", label);

  await editor.dragStep("Add a member", { x: 420, y: 120 });
  await editor.connect("Button pressed", "Add a member");
  await editor.open("Add a member");
  await expect(editor.field("E-mail")).toContainText("Lead › E-mail");
  await editor.dragStep("Change", { x: 420, y: 260 });
  await editor.connect("Add a member", "Change a record");
  await editor.open("Change a record");
  await editor.setRecordField("Mailing Status", "Subscribed");
  await editor.publish();

  await leads.openNew({ "Last Name": "Liskov", "E-mail": "barbara.liskov@example.com" });
  await leads.press(label);
  await expect(leads.toast).toBeVisible();
  await expect(leads.field("Mailing Status")).toContainText("Subscribed");
});

test("the first click after the first start can be the button of the demo", async ({ page }) => {
  const leads = new LeadPage(page);
  await page.goto("/records/Leads");
  await page.getByRole("link", { name: "Maria Rossi" }).click();
  await leads.press("Add to mailing list");
  await expect(leads.toast).toContainText("Maria Rossi");
  await leads.seeWhatHappened();
  await expect(page.getByRole("region", { name: "Steps" })).toContainText("Add a member");
});

async function makeFunction(page: Page): Promise<void> {
  await page.goto("/functions");
  await page
    .getByRole("button", { name: "New function" })
    .or(page.getByRole("link", { name: "New function" }))
    .click();
  const code = page.getByRole("textbox", { name: "Code of the function" });
  await code.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(SOURCE);
  await page
    .getByLabel(/^email/)
    .first()
    .fill("ada@example.org");
  await page
    .getByLabel(/^firstName/)
    .first()
    .fill("Ada");
  await page
    .getByLabel(/^lastName/)
    .first()
    .fill("Lovelace");
  await page.getByRole("button", { name: "Save & Execute" }).click();
  await expect(page.getByRole("tabpanel", { name: "Result" })).toContainText("ada@example.org");
  await page.getByRole("tab", { name: /^Console/ }).click();
  await expect(page.getByText("for Lovelace")).toBeVisible();
  await new FunctionPage(page).publish(1);
}

async function connectAccount(page: Page, editor: EditorPage): Promise<void> {
  await editor.inspector.getByRole("combobox", { name: "Account" }).click();
  await page.getByRole("button", { name: "Connect an account" }).click();
  const dialog = page.getByRole("dialog", { name: "Connect Mailing list" });
  await dialog.getByLabel("Name").fill(ACCOUNT);
  await dialog.getByLabel("API key").fill(mailingListKey());
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog).toBeHidden();
  await expect(editor.inspector.getByRole("combobox", { name: "Account" })).toContainText(ACCOUNT);
}
