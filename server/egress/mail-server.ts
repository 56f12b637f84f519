import { createTransport } from "nodemailer";

/** A mail as it is handed to the mail server. */
export interface MailToSend {
  /** The same at every try, so that receivers can tell a repetition. */
  id: string;
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  text: string | null;
  html: string | null;
  attachments: { filename: string; contentType: string; content: Buffer }[];
}

/** The mail server the administrator set up. */
export interface MailServer {
  /**
   * @throws MailRefused when the server will never take this mail
   * @throws Error when it cannot be reached, or takes it later
   */
  send(mail: MailToSend): Promise<void>;
  close(): void;
}

/** The mail server said no for good; the message is what it said. */
export class MailRefused extends Error {}

export interface MailServerSettings {
  /** smtp:// or smtps://, with user and password where it wants them. */
  url: string;
  /** Who mails are from. */
  from: string;
}

/** Its address is the administrator's own setting, so it may well be a private one. */
export function createMailServer({ url, from }: MailServerSettings): MailServer {
  const transport = createTransport(url, { from });
  return {
    send: async ({ id, replyTo, text, html, cc, ...mail }) => {
      try {
        await transport.sendMail({
          ...mail,
          cc: cc.length > 0 ? cc : undefined,
          replyTo: replyTo ?? undefined,
          text: text ?? undefined,
          html: html ?? undefined,
          messageId: `<${id}@millrace>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (thrown) {
        throw isFinal(thrown) ? new MailRefused(thrown.response ?? thrown.message, { cause: thrown }) : thrown;
      }
    },
    close: () => transport.close(),
  };
}

/** The server answered with a status of 500 or more to the mail itself; a refused password is ours to correct. */
function isFinal(thrown: unknown): thrown is Error & { response?: string } {
  if (!(thrown instanceof Error) || (thrown as { code?: unknown }).code === "EAUTH") return false;
  const { responseCode } = thrown as { responseCode?: unknown };
  return typeof responseCode === "number" && responseCode >= 500;
}
