import { freeReservedNames } from "@/core/graph/migrations/free-reserved-names";

type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/**
 * What turns a document of a schema version into one of the next; every older version needs its entry. They are given
 * what somebody sent, unchecked: what they do not know they leave as it is, for the schema to refuse.
 */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  1: (document) => ({ ...freeReservedNames(document, NAMES_RESERVED_BY_2), schemaVersion: 2 }),
};

/** Not `RESERVED_NAMES`: what an old document becomes must not change when more names are reserved. */
const NAMES_RESERVED_BY_2 = ["dates", "money", "numbers", "text", "lists", "variables", "store", "files"];
