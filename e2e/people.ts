import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

/** Somebody of the product the stories run against. */
export interface Person {
  name: string;
  email: string;
  password: string;
}

/** The administrator that `set-up.setup.ts` makes through the set-up page. */
export const OWNER: Person = {
  name: "Olive Owner",
  email: "olive@example.com",
  password: "correct horse battery staple",
};

const folder = process.env.MILLRACE_E2E_DATA ?? ".";

/** Cookies of a signed-in administrator: `test.use({ storageState: OWNER_STATE })`. */
export const OWNER_STATE = join(folder, "e2e-owner.json");

const PASSWORDS = join(folder, "e2e-demo-people.json");

/** Keeps what Home showed once. */
export const keepDemoPeople = (people: { sam: Person; marta: Person }) =>
  writeFileSync(PASSWORDS, JSON.stringify(people));

/** @returns Sam, a member, and Marta, a builder. */
export function demoPeople(): { sam: Person; marta: Person } {
  if (!existsSync(PASSWORDS)) throw new Error("The story of set-up did not run.");
  return JSON.parse(readFileSync(PASSWORDS, "utf8"));
}

/** Signs in on the sign-in page and waits for Home. */
export async function signIn(page: Page, person: Pick<Person, "name" | "email" | "password">): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: `Hello ${person.name.split(" ")[0]}` })).toBeVisible();
}
