import type { FileValue } from "@/core/compiler/abi";
import type { Json } from "@/core/values/json";

/** A mail an automation hands over, checked. */
export interface Mail {
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  text: string | null;
  html: string | null;
  attachments: (FileValue & { [key: string]: Json })[];
}

/**
 * Where a mail is on its way: `kept` has no mail server to go to; `sending` is with a process that may have been lost.
 */
export type MailStatus = "kept" | "queued" | "sending" | "sent" | "failed";
