import { expect, test } from "@playwright/test";
import { OWNER_STATE } from "./people";

test.use({ storageState: OWNER_STATE });

const SOURCE = `/** What the customer reads on the invoice. */
export async function invoiceLine(total: number): Promise<object> {
  const groups = lists.groupBy([total, 1, 2], (amount) => (amount > 10 ? "large" : "small"));
  return { total: money.format(total, "EUR", "de"), due: dates.format("2026-03-14", "EEEE d MMMM", { locale: "fr" }), groups };
}
`;

test("the standard library is offered beside the code, inserted by a click, and runs", async ({ page }) => {
  await page.goto("/functions/new");
  const rail = page.getByRole("complementary", { name: "Beside the code" });
  await rail.getByRole("tab", { name: "What you can use" }).click();
  await rail.getByText("Dates", { exact: true }).click();
  await expect(rail.getByText("Adds to a date; a day that a month does not have becomes its last.")).toBeVisible();

  const code = page.getByRole("textbox", { name: "Code of the function" });
  await code.click();
  await page.keyboard.press("Control+a");
  await rail.getByRole("button", { name: "Insert dates.add(date, amount, unit)" }).click();
  await expect(code).toHaveText("dates.add(date, amount, unit)");

  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("text.slu");
  await page.keyboard.press("Control+Space");
  await expect(page.getByText(/hyphens alone, as in a web address.*text.slug/s)).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(SOURCE);
  await page
    .getByLabel(/^total/)
    .first()
    .fill("1234.5");
  await page.getByRole("button", { name: "Save & Execute" }).click();
  const result = page.getByRole("tabpanel", { name: "Result" });
  await expect(result).toContainText(/1\.234,50\s€/);
  await expect(result).toContainText("samedi 14 mars");
});
