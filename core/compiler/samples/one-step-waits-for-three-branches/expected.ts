// Three sources
import type { Run } from "millrace";

export default async function threeSources(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let shop: any;
  let bank: any;
  let post: any;
  await run.parallel(
    async () => {
      // Ask the shop
      shop = await run.call<any>("shop", () => ({
        method: "GET",
        url: "https://example.org/shop",
      }));
    },
    async () => {
      // Ask the bank
      bank = await run.call<any>("bank", () => ({
        method: "GET",
        url: "https://example.org/bank",
      }));
    },
    async () => {
      // Ask the post
      post = await run.call<any>("post", () => ({
        method: "GET",
        url: "https://example.org/post",
      }));
    },
  );

  // Together
  const all = await run.set("all", () => ({ v: [shop.ok, bank.ok, post.ok] }));

  // Answer
  return run.return("answer", () => all.v);
}
