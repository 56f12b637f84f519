import type { CrmRecord } from "@/core/records/field-types";
import type { RecordData } from "@/core/records/validate-record";

/** Who makes a change; kept in the record's events. */
export interface RecordOrigin {
  source: "page" | "api" | "automation" | "demo";
  /** The person, or null when nobody in particular. */
  userId: string | null;
  /** The execution and node that wrote, for an automation. */
  executionId?: string;
  nodeId?: string;
}

interface WriteTarget {
  workspaceId: string;
  /** API name of the record type. */
  module: string;
  origin: RecordOrigin;
  /** When it happened; now unless told. */
  at?: Date;
}

export interface RecordCreate extends WriteTarget {
  kind: "create";
  /** Field values by API name. A field that is left out starts with its initial value. */
  data: Readonly<Record<string, unknown>>;
}

export interface RecordUpdate extends WriteTarget {
  kind: "update";
  id: string;
  /** The fields to change; the others stay. */
  data: Readonly<Record<string, unknown>>;
  /** The revision the change builds on; left out by writers that always win. */
  revision?: number;
}

export interface RecordDelete extends WriteTarget {
  kind: "delete";
  id: string;
  revision?: number;
}

export type RecordWrite = RecordCreate | RecordUpdate | RecordDelete;

/** Field API name -> the value before and after; unchanged fields are left out. */
export type RecordChanges = Record<string, { from: RecordData[string]; to: RecordData[string] }>;

export interface WrittenRecord {
  /** The record after the write; after a delete, as it was. */
  record: CrmRecord;
  name: string;
  changes: RecordChanges;
  revision: number;
}
