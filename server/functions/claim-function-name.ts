import { AppError } from "@/core/execution/errors";
import type { Prisma } from "@/server/database/client";

/**
 * Makes sure that no other published function has this name, until the transaction ends. Drafts may share one: only what
 * is published is found by its name.
 *
 * @throws AppError CONFLICT
 */
export async function claimFunctionName(
  tx: Prisma.TransactionClient,
  claim: { workspaceId: string; name: string; functionId: string },
): Promise<void> {
  // Names are claimed one at a time, as a deleted function's name may be taken again and no index can say so.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`function-name ${claim.workspaceId}`}, 0))`;
  const { workspaceId, name, functionId } = claim;
  const taken = await tx.function.findFirst({
    where: { workspaceId, name, deletedAt: null, latestVersion: { gt: 0 }, id: { not: functionId } },
    select: { id: true },
  });
  if (taken) throw new AppError("CONFLICT", { what: "function-name", name });
}
