import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import type { App } from "@/server/app";
import type { Mail, MailStatus } from "@/server/mails/mail";
import { addJob } from "@/server/queue/add-job";

export interface KeepMailInput extends Mail {
  workspaceId: string;
  /** Null for a mail of Millrace itself. */
  executionId: string | null;
  nodeId: string | null;
}

/**
 * Puts a mail into the outbox; it is sent from there after the transaction commits, where a mail server is set up.
 *
 * @param tx the transaction of the step's result
 */
export async function keepMail(
  app: App,
  tx: PoolClient,
  mail: KeepMailInput,
): Promise<{ id: string; status: MailStatus }> {
  const id = uuidv7();
  const status = app.env.smtp ? "queued" : "kept";
  await tx.query({
    name: "keep-mail",
    text: `INSERT INTO outgoing_mail
             (id, workspace_id, execution_id, node_id, status, "to", cc, reply_to, subject, text, html, attachments, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      id,
      mail.workspaceId,
      mail.executionId,
      mail.nodeId,
      status,
      mail.to,
      mail.cc,
      mail.replyTo,
      mail.subject,
      mail.text,
      mail.html,
      JSON.stringify(mail.attachments),
      app.clock.now(),
    ],
  });
  if (status === "queued") await addJob(tx, "send-mails");
  return { id, status };
}
