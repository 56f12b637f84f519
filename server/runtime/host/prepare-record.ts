import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { readRecord } from "@/server/records/read-record";
import { upsertRecord } from "@/server/records/upsert-record";
import { writeRecord } from "@/server/records/write-record";
import type { PrepareEffect } from "@/server/runtime/host/effect";
import { Data, Id, Module, originOf, parseRecordRequest } from "@/server/runtime/host/record-request";

const GetSchema = z.object({ module: Module, id: Id });
const CreateSchema = z.object({ module: Module, data: Data });
const UpsertSchema = z.object({ module: Module, match: z.string().min(1).max(100), data: Data });
const UpdateSchema = z.object({ module: Module, id: Id, data: Data });

/** Reads a record. */
export const prepareRecordGet: PrepareEffect = async (context, effect) => {
  const { module, id } = parseRecordRequest(GetSchema, effect);
  return {
    target: module,
    request: { module, id },
    isRead: true,
    perform: {
      where: "outside",
      run: async () => {
        const { record } = await readRecord(context.app, context.workspaceId, module, id).catch((thrown) => {
          const isMissing = thrown instanceof AppError && thrown.code === "NOT_FOUND";
          throw isMissing ? new AppError("RECORD_NOT_FOUND", { module, id }) : thrown;
        });
        return { value: record };
      },
    },
  };
};

/** Creates a record, in the transaction of its result. */
export const prepareRecordCreate: PrepareEffect = async (context, effect) => {
  const { module, data } = parseRecordRequest(CreateSchema, effect);
  return {
    target: module,
    request: { module, data },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        const { record } = await writeRecord(tx, { kind: "create", module, data, ...originOf(context, effect) });
        return { value: record };
      },
    },
  };
};

/** Changes a record, in the transaction of its result. */
export const prepareRecordUpdate: PrepareEffect = async (context, effect) => {
  const { module, id, data } = parseRecordRequest(UpdateSchema, effect);
  return {
    target: module,
    request: { module, id, data },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        const { record } = await writeRecord(tx, { kind: "update", module, id, data, ...originOf(context, effect) });
        return { value: record };
      },
    },
  };
};

/** Deletes a record and empties the lookups that point at it, in the transaction of its result. */
export const prepareRecordDelete: PrepareEffect = async (context, effect) => {
  const { module, id } = parseRecordRequest(GetSchema, effect);
  return {
    target: module,
    request: { module, id },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        await writeRecord(tx, { kind: "delete", module, id, ...originOf(context, effect) });
        return { value: null };
      },
    },
  };
};

/** Changes the record whose field holds a value, or creates it, in the transaction of its result. */
export const prepareRecordUpsert: PrepareEffect = async (context, effect) => {
  const { module, match, data } = parseRecordRequest(UpsertSchema, effect);
  return {
    target: module,
    request: { module, match, data },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        const { record } = await upsertRecord(tx, { module, match, data, ...originOf(context, effect) });
        return { value: record };
      },
    },
  };
};
