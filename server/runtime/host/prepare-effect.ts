import { AppError } from "@/core/execution/errors";
import { calledBefore } from "@/server/runtime/host/called-execution";
import type { EffectContext, EffectTable, PreparedEffect } from "@/server/runtime/host/effect";
import { prepareAutomation } from "@/server/runtime/host/prepare-automation";
import { prepareCall } from "@/server/runtime/host/prepare-call";
import { prepareEmail } from "@/server/runtime/host/prepare-email";
import { prepareFileCreate, prepareFileRead } from "@/server/runtime/host/prepare-file";
import {
  prepareRecordCreate,
  prepareRecordDelete,
  prepareRecordGet,
  prepareRecordUpdate,
  prepareRecordUpsert,
} from "@/server/runtime/host/prepare-record";
import { prepareRecordFind } from "@/server/runtime/host/prepare-record-find";
import { prepareStoreGet, prepareStoreSet } from "@/server/runtime/host/prepare-store";
import type { KnownEffect } from "@/server/runtime/known-effect";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

const TABLE: EffectTable = {
  call: prepareCall,
  "record.get": prepareRecordGet,
  "record.find": prepareRecordFind,
  "record.create": prepareRecordCreate,
  "record.update": prepareRecordUpdate,
  "record.upsert": prepareRecordUpsert,
  "record.delete": prepareRecordDelete,
  email: prepareEmail,
  wait: refuseWait,
  automation: prepareAutomation,
  "store.get": prepareStoreGet,
  "store.set": prepareStoreSet,
  "file.create": prepareFileCreate,
  "file.read": prepareFileRead,
};

/** Waits are not done but waited for, elsewhere. */
async function refuseWait({ executionId }: EffectContext): Promise<never> {
  throw new AppError("INTERNAL", { reference: executionId });
}

/**
 * Checks an effect and the right to it. The sandbox is not believed: kind and request are looked at anew.
 * @param known what an earlier process committed of it
 * @throws AppError NOT_ALLOWED when the person it runs as may not act, and what the kind's own check throws
 */
export async function prepareEffect(
  context: EffectContext,
  effect: EffectRequest,
  idempotencyKey: string,
  known?: KnownEffect,
): Promise<PreparedEffect> {
  if (!Object.hasOwn(TABLE, effect.kind)) throw new AppError("INTERNAL", { reference: context.executionId });
  if (known && effect.kind === "automation") {
    const called = await calledBefore(context, effect, idempotencyKey, known);
    if (called) return called;
  }
  await context.checkRights();
  return TABLE[effect.kind](context, effect, idempotencyKey);
}
