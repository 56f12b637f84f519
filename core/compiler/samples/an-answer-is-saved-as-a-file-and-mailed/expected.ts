// Mail the invoice
import type { FileValue, Run } from "millrace";

export default async function mailTheInvoice(run: Run, trigger: { invoice: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Get the invoice
  const invoice = await run.call<FileValue>("invoice", () => ({
    connection: "mailing_list",
    method: "GET",
    url: `/invoices/${input.invoice ?? ""}`,
    asFile: true,
  }));

  // Mail it
  await run.email("mail", () => ({
    to: "ada@example.org",
    subject: `Your invoice ${invoice.name ?? ""}`,
    text: "It is attached.",
    attachments: [invoice],
  }));

  // Keep a copy
  const keep = await run.call<{ status: number; headers: Record<string, string>; body: FileValue }>("keep", () => ({
    method: "PUT",
    url: "https://archive.example.org/latest",
    body: invoice,
    handlesErrors: true,
    asFile: true,
  }));

  // Answer
  return run.return("answer", () => keep.body.size);
}
