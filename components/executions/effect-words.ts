import type { EffectKind } from "@/core/execution/journal";

/** The message key of each kind of effect, below `executions.effects`. */
export const EFFECT_WORDS = {
  call: "call",
  "record.get": "record_get",
  "record.find": "record_find",
  "record.create": "record_create",
  "record.update": "record_update",
  "record.upsert": "record_upsert",
  "record.delete": "record_delete",
  email: "email",
  wait: "wait",
  automation: "automation",
  "store.get": "store_get",
  "store.set": "store_set",
  "file.create": "file_create",
  "file.read": "file_read",
} as const satisfies Record<EffectKind, string>;
