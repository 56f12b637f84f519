/** The demo's campaigns: name, type, status, first day and last day counted from today, cost and hoped-for revenue in euros. */
export const CAMPAIGNS = [
  ["Autumn newsletter", "Newsletter", "Active", -40, 20, 1_200, 18_000],
  ["Spring newsletter", "Newsletter", "Complete", -210, -150, 1_100, 15_000],
  ["Ceramics fair Bologna", "Trade fair", "Complete", -75, -71, 14_500, 90_000],
  ["Webinar: less typing, more selling", "Webinar", "Complete", -33, -33, 800, 12_000],
  ["Webinar: a mailing list that keeps itself", "Webinar", "Planning", 12, 12, 800, 12_000],
  ["Bring a colleague", "Referral programme", "Active", -120, 60, 5_000, 40_000],
  ["Search advertisements", "Advertisement", "Paused", -90, 30, 9_600, 55_000],
  ["Year-end offer", "Advertisement", "Planning", 8, 38, 3_500, 30_000],
] as const;
