/** A mail an automation hands over, checked. */
export interface Mail {
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  text: string | null;
  html: string | null;
}

/**
 * Where a mail is on its way: `kept` has no mail server to go to; `sending` is with a process that may have been lost.
 */
export type MailStatus = "kept" | "queued" | "sending" | "sent" | "failed";
