import { expect, test } from "vitest";
import { foldText, searchText } from "@/core/records/search-text";
import { STANDARD_MODULES } from "@/core/records/standard-modules";

test.each([
  ["José", "jose"],
  ["Łukasz ŻÓŁĆ", "łukasz zołc"],
  ["Ｆｕｌｌ ﬁ", "full fi"],
])("%s is found as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("the name and every text value are searched, numbers and lookups are not", () => {
  const leads = STANDARD_MODULES.find((crmModule) => crmModule.apiName === "Leads")!;
  const text = searchText(leads, {
    First_Name: "Zoë",
    Last_Name: "Okafor",
    Email: "zoe@okafor.ng",
    Annual_Revenue: 5,
    Company: null,
  });
  expect(text).toBe("zoe okafor\nzoe\nokafor\nzoe@okafor.ng");
});
