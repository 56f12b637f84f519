// Thank the customer
import type { Run } from "millrace";

export default async function thankTheCustomer(run: Run, trigger: {
  name: string;
  email: string;
  total?: number;
}) {
  // When I run it
  const input = run.start("input", trigger);

  // Letter
  const letter = await run.set("letter", () => `Dear ${input.name ?? ""},\n\nthank you for your order of ${input.total ?? ""} €.\n`);

  // Amount
  const amount = await run.set("amount", () => `${input.total ?? ""}`);

  // Thank you
  await run.email("mail", () => ({
    to: input.email,
    subject: "Your order",
    text: letter,
  }));

  // Note it
  await run.log("note", () => ({ level: "info", message: letter }));

  // Answer
  return run.return("answer", () => `Paid: ${amount ?? ""}`);
}
