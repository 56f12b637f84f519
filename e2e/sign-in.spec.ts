import { expect, test } from "@playwright/test";
import { demoPeople, OWNER, signIn } from "./people";

test("somebody who is not signed in is led to sign-in, and then to the page they wanted", async ({ page }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?back=%2Faccount$/);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("E-mail or password is not right.")).toBeVisible();

  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText(OWNER.email)).toBeVisible();
});

test("signing out ends the session", async ({ page }) => {
  await signIn(page, OWNER);
  await page.getByRole("button", { name: "Account of Olive Owner" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a session that is ended on another machine is over at its next click", async ({ page, browser }) => {
  const { marta } = demoPeople();
  const elsewhere = await browser.newContext();
  const otherPage = await elsewhere.newPage();
  await signIn(otherPage, marta);

  await signIn(page, marta);
  await page.goto("/account");
  await page.getByRole("button", { name: /^End the session on/ }).click();
  await expect(page.getByRole("button", { name: /^End the session on/ })).toBeHidden();
  await expect(page.getByText("This session")).toBeVisible();

  await otherPage.getByRole("link", { name: "Automations", exact: true }).click();
  await expect(otherPage).toHaveURL(/\/sign-in\?back=/);
  await elsewhere.close();
});

test("a member sees Home, Records and their own runs, and nothing else", async ({ page }) => {
  const { sam } = demoPeople();
  await signIn(page, sam);
  const navigation = page.getByRole("navigation", { name: "Main" });
  for (const place of ["Home", "Records", "My runs"]) {
    await expect(navigation.getByRole("link", { name: place, exact: true }).last()).toBeVisible();
  }
  for (const place of ["Automations", "Functions", "Connections", "Runs"]) {
    await expect(navigation.getByRole("link", { name: place, exact: true })).toHaveCount(0);
  }
  await page.goto("/automations");
  await expect(page.getByText("This page is not for your role")).toBeVisible();
});

test("the keyboard leads everywhere", async ({ page }) => {
  await signIn(page, OWNER);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Go to a page, a record type, an automation…").fill("mailing");
  await page.getByRole("option", { name: "Add to mailing list" }).click();
  await expect(page).toHaveURL(/\/automations\/[0-9a-f-]{36}/);
});
