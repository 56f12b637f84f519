import { AppError } from "@/core/execution/errors";
import type { Prisma } from "@/server/database/client";

/**
 * Makes sure that no other function has this name, until the transaction ends.
 *
 * @throws AppError CONFLICT
 */
export async function claimFunctionName(
  tx: Prisma.TransactionClient,
  claim: { workspaceId: string; name: string; functionId: string },
): Promise<void> {
  // Names are claimed one at a time, as a deleted function's name may be taken again and no index can say so.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`function-name ${claim.workspaceId}`}, 0))`;
  const taken = await tx.function.findFirst({
    where: { workspaceId: claim.workspaceId, name: claim.name, deletedAt: null, id: { not: claim.functionId } },
    select: { id: true },
  });
  if (taken) throw new AppError("CONFLICT", { what: "function-name", name: claim.name });
}
