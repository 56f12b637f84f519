import { expect, test } from "@playwright/test";
import { keepDemoPeople, OWNER, OWNER_STATE } from "./people";

/** The first start, told once: every other story begins with what it leaves behind. */
test("a fresh Millrace is set up by its first administrator, and the page closes", async ({ page, context }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/set-up$/);
  await expect(page.getByText("Everything stays on this machine, in .millrace.")).toBeVisible();
  await expect(page.getByText(/At least 12 characters/)).toBeVisible();
  await expect(page.getByLabel("Time zone")).not.toHaveText("");

  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue(OWNER.password);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("heading", { name: "Hello Olive" })).toBeVisible();

  await page.getByRole("button", { name: "Show their passwords" }).click();
  const passwordOf = async (name: string) => {
    const row = page.getByRole("listitem").filter({ hasText: name });
    return (await row.getByRole("button").last().textContent()) ?? "";
  };
  keepDemoPeople({
    sam: { name: "Sam Sales", email: "sam@millrace.example", password: await passwordOf("Sam Sales") },
    marta: { name: "Marta Ops", email: "marta@millrace.example", password: await passwordOf("Marta Ops") },
  });
  await page.getByRole("button", { name: "I have noted them" }).click();
  await expect(page.getByText("The demo has two more people")).toBeHidden();
  await page.reload();
  await expect(page.getByText("See it work (2 min)")).toBeVisible();
  await expect(page.getByText("The demo has two more people")).toBeHidden();
  await context.storageState({ path: OWNER_STATE });

  await page.goto("/set-up");
  await expect(page).not.toHaveURL(/\/set-up$/);
});
