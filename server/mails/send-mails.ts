import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { MailRefused } from "@/server/egress/mail-server";
import { readFileContent } from "@/server/files/find-file";
import type { Mail } from "@/server/mails/mail";

/** A process that sends takes no longer than this, or it was lost. */
const LOST_AFTER = "10 minutes";
/** A mail server that does not take a mail for this long does not get it any more. */
const TRIED_FOR = "3 days";

type QueuedMail = Mail & { id: string; workspaceId: string };

/**
 * Sends every mail that waits, oldest first. Refused ones are noted as failed and never tried again; a mail whose process
 * was lost while sending may have been sent, so it is not sent again either.
 *
 * @throws Error when the mail server cannot be reached, so that the queue tries again later
 */
export async function sendMails(app: App): Promise<void> {
  const { mailServer } = app;
  if (!mailServer) return;
  await giveUp(app);
  for (let mail = await claim(app); mail; mail = await claim(app)) {
    const { id } = mail;
    try {
      await mailServer.send({ ...mail, attachments: await readAttachments(app, mail) });
    } catch (thrown) {
      const refused = thrown instanceof MailRefused || isFileGone(thrown);
      const reason = thrown instanceof Error ? thrown.message.slice(0, 500) : "";
      await app.pool.query("UPDATE outgoing_mail SET status = $2, refusal = $3, claimed_at = NULL WHERE id = $1", [
        id,
        refused ? "failed" : "queued",
        reason,
      ]);
      if (!refused) throw thrown;
      continue;
    }
    // Not among what is tried: a mail that is out must not be queued again because this could not be noted.
    await app.pool.query("UPDATE outgoing_mail SET status = 'sent', sent_at = $2 WHERE id = $1", [id, app.clock.now()]);
  }
}

const readAttachments = (app: App, { workspaceId, attachments }: QueuedMail) =>
  Promise.all(
    attachments.map(async ({ file, name, type }) => ({
      filename: name,
      contentType: type,
      content: await readFileContent(app, workspaceId, file),
    })),
  );

const isFileGone = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === "FILE_NOT_FOUND";

async function claim(app: App): Promise<QueuedMail | null> {
  const { rows } = await app.pool.query<QueuedMail>(
    `UPDATE outgoing_mail SET status = 'sending', claimed_at = now() WHERE id = (
       SELECT id FROM outgoing_mail WHERE status = 'queued' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, "to", cc, reply_to AS "replyTo", subject, text, html, attachments,
       workspace_id AS "workspaceId"`,
  );
  return rows[0] ?? null;
}

async function giveUp(app: App): Promise<void> {
  await app.pool.query(
    `UPDATE outgoing_mail SET status = 'failed'
      WHERE (status = 'sending' AND claimed_at < now() - $1::interval)
         OR (status = 'queued' AND refusal IS NOT NULL AND created_at < now() - $2::interval)`,
    [LOST_AFTER, TRIED_FOR],
  );
}
