// Parallel in a branch
import type { Run } from "millrace";

export default async function parallelInABranch(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });

  let mail: any;
  let stock: any;
  if (size === "big") {
    await run.parallel(
      async () => {
        // Tell the customer
        mail = await run.call<any>("mail", () => ({
          method: "GET",
          url: "https://example.org/mail",
        }));
      },
      async () => {
        // Ask the stock
        stock = await run.call<any>("stock", () => ({
          method: "GET",
          url: "https://example.org/stock",
        }));
      },
    );
  }

  // Answer
  return run.return("answer", () => [mail?.ok, stock?.ok]);
}
