import { AppError } from "@/core/execution/errors";
import type { EffectTable, PrepareEffect } from "@/server/runtime/host/effect";
import { prepareCall } from "@/server/runtime/host/prepare-call";
import { prepareRecordCreate, prepareRecordGet, prepareRecordUpdate } from "@/server/runtime/host/prepare-record";

const TABLE: EffectTable = {
  call: prepareCall,
  "record.get": prepareRecordGet,
  "record.create": prepareRecordCreate,
  "record.update": prepareRecordUpdate,
};

/**
 * Checks an effect and the right to it. The sandbox is not believed: kind and request are looked at anew.
 * @throws AppError NOT_ALLOWED when the person it runs as may not act, and what the kind's own check throws
 */
export const prepareEffect: PrepareEffect = async (context, effect, idempotencyKey) => {
  if (!Object.hasOwn(TABLE, effect.kind)) throw new AppError("INTERNAL", { reference: context.executionId });
  await context.checkRights();
  return TABLE[effect.kind](context, effect, idempotencyKey);
};
