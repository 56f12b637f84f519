import { randomBytes } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { isStorableText } from "@/core/values/storable-text";
import type { EffectContext } from "@/server/runtime/host/effect";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

const LONGEST_MS = LIMITS.waitDays * 86_400_000;
const QUESTION_CHARACTERS = 1_000;

const Ms = z.number().min(0).max(LONGEST_MS);
const Deadline = Ms.nullish();
const Address = z.string().refine(isStorableText);
const Addresses = z.union([Address, z.array(Address)]).nullish();
const Schema = z.discriminatedUnion("for", [
  z.object({ for: z.literal("time"), ms: Ms }),
  z.object({ for: z.literal("date"), date: z.string() }),
  z.object({ for: z.literal("webhook"), deadlineMs: Deadline }),
  z.object({
    for: z.literal("approval"),
    question: z.string().trim().min(1).max(QUESTION_CHARACTERS).refine(isStorableText),
    of: Addresses,
    deadlineMs: Deadline,
  }),
]);

/** What a step waits for, checked. */
export interface PreparedWait {
  kind: "time" | "date" | "webhook" | "approval";
  /** In words that need no translation: a question, a moment, an address. */
  target: string;
  /** For the journal. */
  request: Json;
  /** After so many milliseconds, or at this moment, it ends by itself; both null: never. */
  ms: number | null;
  date: Date | null;
  question: string | null;
  /** Lower case. */
  approvers: string[];
  /** What a call names the wait by. */
  token: string | null;
}

/** @throws AppError WAIT_INVALID */
export async function prepareWait(context: EffectContext, effect: EffectRequest): Promise<PreparedWait> {
  const wait = parse(effect.request);
  const nothing = { ms: null, date: null, question: null, approvers: [], token: null };
  switch (wait.for) {
    case "time":
      return { ...nothing, kind: "time", target: `${wait.ms} ms`, request: { ...wait }, ms: wait.ms };
    case "date": {
      const date = dateOf(wait.date, context.app.clock.now());
      return { ...nothing, kind: "date", target: date.toISOString(), request: { ...wait }, date };
    }
    case "webhook": {
      const token = randomBytes(16).toString("base64url");
      const url = `/hooks/wait/${token}`;
      const ms = wait.deadlineMs ?? null;
      return { ...nothing, kind: "webhook", target: url, request: { for: "webhook", url, deadlineMs: ms }, ms, token };
    }
    case "approval": {
      const approvers = await peopleAmong(context, addressesOf(wait.of));
      const ms = wait.deadlineMs ?? null;
      const { question } = wait;
      const request = { for: "approval", question, of: approvers, deadlineMs: ms };
      return { ...nothing, kind: "approval", target: question, request, ms, question, approvers };
    }
  }
}

function parse(request: Json): z.infer<typeof Schema> {
  const parsed = Schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [part] = issue?.path ?? [];
  const reasons: Record<string, string> = { deadlineMs: "deadline" };
  const given = (request as Record<string, Json> | null)?.[String(part)] ?? null;
  const reason = issue && isTextIssue(issue) ? "text" : (reasons[String(part)] ?? String(part ?? "shape"));
  throw invalid(reason, JSON.stringify(given));
}

/** The database cannot hold it; inside a union the issue stands one deeper. */
const isTextIssue = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "custom" || (issue.code === "invalid_union" && issue.errors.flat().some(isTextIssue));

/** A day begins in UTC where no time is given. */
function dateOf(text: string, now: Date): Date {
  const date = new Date(text);
  const isDate = /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(date.getTime());
  if (!isDate || date.getTime() > now.getTime() + LONGEST_MS) throw invalid("date", text);
  return date;
}

function addressesOf(of: z.infer<typeof Addresses>): string[] {
  const texts = [of ?? []].flat().flatMap((text) => text.split(/[,;]/));
  return [...new Set(texts.map((text) => text.trim().toLowerCase()).filter(Boolean))];
}

/** Whoever is asked must be able to sign in and answer. */
async function peopleAmong({ app, workspaceId }: EffectContext, addresses: string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const people = await app.db.membership.findMany({
    where: { workspaceId, user: { email: { in: addresses, mode: "insensitive" } } },
    select: { user: { select: { email: true } } },
  });
  const known = new Set(people.map(({ user }) => user.email.toLowerCase()));
  const stranger = addresses.find((address) => !known.has(address));
  if (stranger !== undefined) throw invalid("of", stranger);
  return addresses;
}

const invalid = (reason: string, value: string) =>
  new AppError("WAIT_INVALID", {
    reason,
    value: value.slice(0, 100),
    days: LIMITS.waitDays,
    most: QUESTION_CHARACTERS,
  });
