// Send the bill
import type { FileValue, Run } from "millrace";

export default async function sendTheBill(run: Run, trigger: { order: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Fetch the bill
  const bill = await run.call<FileValue>("bill", () => ({
    method: "GET",
    url: `https://shop.example.org/bills/${input.order ?? ""}`,
    asFile: true,
  }));

  // Send it
  const mail = await run.email("mail", () => ({
    to: "ada@example.org",
    subject: "Your bill",
    text: "See the file.",
    attachments: [bill],
  }));

  // Answer
  return run.return("answer", () => mail.id);
}
