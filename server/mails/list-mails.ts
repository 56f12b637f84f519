import type { Actor, App } from "@/server/app";
import type { Mail, MailStatus } from "@/server/mails/mail";

export interface ListedMail {
  id: string;
  status: MailStatus;
  to: string[];
  cc: string[];
  subject: string;
  text: string | null;
  html: string | null;
  attachments: Mail["attachments"];
  refusal: string | null;
  /** Null for a mail of Millrace itself. */
  executionId: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

const PAGE = 50;

/** One page of the outbox, newest first, and whether a mail server is set up. */
export async function listMails(
  app: App,
  actor: Actor,
  input: { cursor?: string | null },
): Promise<{ mails: ListedMail[]; nextCursor: string | null; hasServer: boolean }> {
  const mails = await app.db.outgoingMail.findMany({
    where: { workspaceId: actor.workspaceId, ...(input.cursor ? { id: { lt: input.cursor } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
    omit: { workspaceId: true, nodeId: true, claimedAt: true, replyTo: true },
  });
  const page = mails.slice(0, PAGE).map((mail) => ({
    ...mail,
    status: mail.status as MailStatus,
    attachments: mail.attachments as Mail["attachments"],
  }));
  return {
    mails: page,
    nextCursor: mails.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    hasServer: app.env.smtp !== null,
  };
}
