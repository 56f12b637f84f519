// transform10
import type { Run } from "millrace";

export default async function transform10(run: Run, trigger: any) {
  // Called
  const order = run.start("order", trigger);

  // Total
  const sums = await run.set("sums", () => ({ total: order.amount * order.qty }));

  // Name in capitals
  const shouted = await run.code("shouted", () => ({ order }), computeShouted);

  // Domain
  const mail = await run.set("mail", () => ({ domain: order.email.split("@")[1] }));

  // Large order?
  const isLarge = await run.choose("isLarge", {
    large: () => sums.total != null && sums.total > 100,
  });

  let rank = undefined as { tier: string } | undefined;
  if (isLarge === "large") {
    // Tier
    rank = await run.set("rank", () => ({ tier: "gold" }));
  }

  // Count the tags
  const tags = await run.code("tags", () => ({ order }), computeTags);

  // Discount
  const cut = await run.set("cut", () => ({
    discount: rank?.tier === "gold" ? 0.1 : 0,
  }));

  // Net
  const due = await run.code("due", () => ({ sums, cut }), computeDue);

  // Anything due?
  const isDue = await run.choose("isDue", { due: () => due.net != null && due.net > 0 });
  if (isDue === "due") {
    // Pick
    const answer = await run.set("answer", () => ({
      id: order.id,
      name: shouted.name,
      domain: mail.domain,
      tier: rank?.tier ?? null,
      tagCount: tags.tagCount,
      net: due.net,
    }));

    // Respond
    return run.return("respond", () => answer);
  }
}

// Name in capitals
function computeShouted({ order }: { order: any }) {
return { name: order.name.toUpperCase() };
}

// Count the tags
function computeTags({ order }: { order: any }) {
return { tagCount: order.tags.length };
}

// Net
function computeDue({ sums, cut }: { sums: { total: any }; cut: { discount: any } }) {
return { net: Math.round(sums.total * (1 - cut.discount) * 100) / 100 };
}
