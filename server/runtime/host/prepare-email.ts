import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { inKilobytes } from "@/server/files/file-to-store";
import { findFile } from "@/server/files/find-file";
import { keepMail } from "@/server/mails/keep-mail";
import type { Mail } from "@/server/mails/mail";
import type { PrepareEffect } from "@/server/runtime/host/effect";

const MailSchema = z.object({
  to: z.json().optional(),
  cc: z.json().optional(),
  replyTo: z.json().optional(),
  subject: z.json().optional(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  attachments: z.json().optional(),
});

const Address = z.email().max(254);

/** Hands a mail to the outbox, in the transaction of its result; the queue sends it. */
export const prepareEmail: PrepareEffect = async ({ app, workspaceId, executionId }, effect) => {
  const { attachments: files, ...mail } = parse(effect.request);
  const attachments = await findAttachments(app, workspaceId, files);
  return {
    target: mail.to.join(", ").slice(0, 200),
    request: attachments.length > 0 ? { ...mail, attachments } : { ...mail },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        const { nodeId } = effect;
        return { value: { ...(await keepMail(app, tx, { ...mail, attachments, workspaceId, executionId, nodeId })) } };
      },
    },
  };
};

function parse(request: Json): Omit<Mail, "attachments"> & { attachments: Json } {
  const parsed = MailSchema.safeParse(request);
  if (!parsed.success) throw invalid("shape", { field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const { text = null, html = null } = parsed.data;
  const to = addresses(parsed.data.to);
  const cc = addresses(parsed.data.cc);
  const replyTo = addresses(parsed.data.replyTo);
  const subject = String(parsed.data.subject ?? "").trim();
  if (to.length === 0) throw new AppError("MISSING_INPUT", { input: "to" });
  if (to.length + cc.length > LIMITS.mailRecipients) throw invalid("many", { most: LIMITS.mailRecipients });
  if (subject === "") throw new AppError("MISSING_INPUT", { input: "subject" });
  // A line break would begin another header.
  if (subject.length > LIMITS.mailSubjectCharacters || /[\r\n\0]/.test(subject))
    throw invalid("subject", { most: LIMITS.mailSubjectCharacters });
  if (!text && !html) throw invalid("empty", {});
  for (const part of [text, html]) {
    if (part && part.length > LIMITS.mailTextCharacters) throw invalid("large", { most: LIMITS.mailTextCharacters });
  }
  const attachments = parsed.data.attachments ?? null;
  return { to, cc, replyTo: replyTo[0] ?? null, subject, text: storable(text), html: storable(html), attachments };
}

/** A file value, or a list of them; nulls are what branches left out. */
async function findAttachments(app: App, workspaceId: string, given: Json): Promise<Mail["attachments"]> {
  const values = [given].flat().filter((one) => one !== null);
  if (values.length > LIMITS.mailAttachments) throw invalid("attachments", { most: LIMITS.mailAttachments });
  const found = await Promise.all(values.map((value) => findFile(app, workspaceId, value)));
  const handles = found.map(({ handle }) => handle);
  const size = handles.reduce((sum, handle) => sum + handle.size, 0);
  if (size > LIMITS.mailAttachmentBytes) {
    const name = handles.map((handle) => handle.name).join(", ");
    throw new AppError("FILE_TOO_LARGE", {
      name,
      ...inKilobytes({ size, most: LIMITS.mailAttachmentBytes }),
      use: "mail",
    });
  }
  return handles;
}

/** An address, several in one text, or a list of such texts. */
function addresses(given: Json | undefined): string[] {
  const texts = [given ?? []].flat().filter((one) => one !== null);
  const found = texts.flatMap((text) => (typeof text === "string" ? text.split(/[,;]/) : [JSON.stringify(text)]));
  const wanted = found.map((address) => address.trim()).filter(Boolean);
  const wrong = wanted.find((address) => !Address.safeParse(address).success);
  if (wrong !== undefined) throw invalid("address", { value: wrong.slice(0, 100) });
  return [...new Set(wanted)];
}

/** The database holds no NUL and no half characters. */
const storable = (text: string | null): string | null => (text ? text.replaceAll("\0", "").toWellFormed() : null);

const invalid = (reason: string, params: Record<string, Json>) =>
  new AppError("MAIL_INVALID", { value: "none", field: "", ...params, reason });
