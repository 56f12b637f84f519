import { AppError } from "@/core/execution/errors";
import type { EffectContext, EffectTable, PrepareEffect } from "@/server/runtime/host/effect";
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
 * @throws AppError NOT_ALLOWED when the person it runs as may not act, and what the kind's own check throws
 */
export const prepareEffect: PrepareEffect = async (context, effect, idempotencyKey) => {
  if (!Object.hasOwn(TABLE, effect.kind)) throw new AppError("INTERNAL", { reference: context.executionId });
  await context.checkRights();
  return TABLE[effect.kind](context, effect, idempotencyKey);
};
