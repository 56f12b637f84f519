import type { PoolClient } from "pg";
import { createTranslator } from "use-intl/core";
import type { Json } from "@/core/values/json";
import { en } from "@/messages/en";
import type { App } from "@/server/app";
import { keepMail } from "@/server/mails/keep-mail";
import type { NoticeKind } from "@/server/notices/notice-kinds";

const translate = createTranslator({ locale: "en", messages: en, namespace: "notices" });

/**
 * Puts a mail about a notice into the outbox, one to each administrator: no address is shown to the others.
 * @param tx the transaction that raises the notice
 */
export async function mailNotice(
  app: App,
  tx: PoolClient,
  { workspaceId, kind, params }: { workspaceId: string; kind: NoticeKind; params: Record<string, Json> },
): Promise<void> {
  const { rows } = await tx.query<{ email: string }>(ADMINISTRATORS, [workspaceId]);
  const values = params as Record<string, string | number>;
  const subject = translate(`${kind}.title`, values).slice(0, 200);
  const text = [translate(`${kind}.text`, values), translate("mailEnd")].join("\n\n");
  for (const { email } of rows) {
    await keepMail(app, tx, {
      ...{ workspaceId, executionId: null, nodeId: null, to: [email], cc: [], replyTo: null },
      ...{ subject, text, html: null, attachments: [] },
    });
  }
}

const ADMINISTRATORS = `
  SELECT u.email FROM membership m JOIN "user" u ON u.id = m.user_id
   WHERE m.workspace_id = $1 AND m.role = 'administrator' ORDER BY u.email`;
