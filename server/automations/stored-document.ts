import { AutomationDocument } from "@/core/graph/document";
import type { Prisma } from "@/server/database/client";

/** Reads a document that this server has stored, and so has validated. */
export const storedDocument = (value: Prisma.JsonValue): AutomationDocument => AutomationDocument.parse(value);
