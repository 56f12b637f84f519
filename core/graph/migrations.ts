type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/** What turns a document of a schema version into one of the next; every older version needs its entry. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};
