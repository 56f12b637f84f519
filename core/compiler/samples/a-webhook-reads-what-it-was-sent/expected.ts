// News from the bank
import type { Run } from "millrace";

export default async function newsFromTheBank(run: Run, trigger: {
  method: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: any;
  id: string | null;
}) {
  // The bank calls
  const news = run.start("news", trigger);

  // Paid?
  const paid = await run.choose("paid", { paid: () => news.body.status === "paid" });
  if (paid === "paid") {
    // Thank
    return run.return("thanks", () => `Thank you for ${news.body.order ?? ""}`);
  }

  // Answer
  return run.return("answer", () => news.headers["x-kind"] ?? news.query.kind);
}
