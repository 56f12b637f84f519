import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { isStorableText } from "@/core/values/storable-text";
import type { PrepareEffect } from "@/server/runtime/host/effect";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";
import { getStoredValue } from "@/server/store/get-stored-value";
import { setStoredValue } from "@/server/store/set-stored-value";

const Key = z.string().min(1).max(LIMITS.storeKeyCharacters).refine(isStorableText);
const GetSchema = z.object({ key: Key });
const SetSchema = z.object({ key: Key, value: z.json().optional() });

/** Reads what automations keep under a key; null when nothing. */
export const prepareStoreGet: PrepareEffect = async ({ app, workspaceId }, effect) => {
  const { key } = parse(GetSchema, effect);
  return {
    target: key,
    request: { key },
    isRead: true,
    perform: { where: "outside", run: async () => ({ value: await getStoredValue(app, workspaceId, key) }) },
  };
};

/** Keeps a value under a key, in the transaction of its result. */
export const prepareStoreSet: PrepareEffect = async ({ workspaceId, executionId }, effect) => {
  const { key, value = null } = parse(SetSchema, effect);
  if (Buffer.byteLength(JSON.stringify(value)) > LIMITS.storedValueBytes)
    throw new AppError("STORE_INVALID", { reason: "size", most: LIMITS.storedValueBytes / 1_024 });
  return {
    target: key,
    request: { key, value },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        await setStoredValue(tx, { workspaceId, key, value, executionId });
        return { value: null };
      },
    },
  };
};

function parse<T>(schema: z.ZodType<T>, { request }: EffectRequest): T {
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const reason = parsed.error.issues[0]?.path[0] === "key" ? "key" : "shape";
  throw new AppError("STORE_INVALID", { reason, most: LIMITS.storeKeyCharacters });
}
