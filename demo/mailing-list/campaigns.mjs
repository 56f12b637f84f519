import { createHash } from "node:crypto";

const CAMPAIGNS = [
  { id: "cmp_spring", name: "Spring catalogue", sentOn: "2026-03-04" },
  { id: "cmp_webinar", name: "Webinar: fewer spreadsheets", sentOn: "2026-04-15" },
  { id: "cmp_prices", name: "New price list", sentOn: "2026-05-20" },
  { id: "cmp_summer", name: "Summer opening hours", sentOn: "2026-06-30" },
  { id: "cmp_fair", name: "Meet us at the trade fair", sentOn: "2026-09-02" },
  { id: "cmp_survey", name: "Two questions about our service", sentOn: "2026-10-11" },
];

/**
 * The campaigns sent to an address, newest first, and whether each was opened. The same address always has the same ones.
 * @param {string} email
 */
export function campaignsOf(email) {
  const digest = createHash("sha256").update(email.toLowerCase()).digest();
  return CAMPAIGNS.filter((_campaign, index) => digest[index] % 2 === 0)
    .map((campaign, index) => ({ ...campaign, opened: digest[16 + index] % 3 !== 0 }))
    .reverse();
}
