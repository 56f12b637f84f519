import type { Program } from "@/core/compiler/program";
import type { AutomationDocument } from "@/core/graph/document";
import type { Prisma } from "@/server/database/client";

export interface NewVersion {
  id: string;
  workspaceId: string;
  automationId: string | null;
  /** For the test of a function alone. */
  functionId?: string;
  kind: "published" | "test";
  number: number | null;
  document: AutomationDocument;
  program: Program;
  note: string | null;
  createdById: string;
  createdAt: Date;
}

/** Stores a whole version, inside the transaction of its cause. */
export async function storeVersion(
  tx: Pick<Prisma.TransactionClient, "automationVersion">,
  version: NewVersion,
): Promise<void> {
  const { program, ...row } = version;
  await tx.automationVersion.create({
    data: {
      ...row,
      typescript: program.typescript,
      javascript: program.javascript,
      lineMap: program.lineMap.map((span) => ({ ...span })),
      abi: program.abi,
      functionVersions: program.functions,
    },
  });
}
