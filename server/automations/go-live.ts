import { type NewVersion, storeVersion } from "@/server/automations/store-version";
import type { Prisma } from "@/server/database/client";
import { replaceTriggers } from "@/server/triggers/replace-triggers";

/**
 * Stores the next version of an automation and makes its starts the live ones. Inside a transaction that has changed the
 * automation's row before, so that two people publishing at once get numbers in turn.
 *
 * @returns its number
 * @throws AppError NAME_TAKEN when another automation has its API name
 */
export async function goLive(
  tx: Prisma.TransactionClient,
  version: Omit<NewVersion, "kind" | "number" | "functionId"> & { automationId: string },
): Promise<number> {
  const { id: versionId, workspaceId, automationId, document } = version;
  const newest = await tx.automationVersion.aggregate({ where: { automationId, workspaceId }, _max: { number: true } });
  const number = (newest._max.number ?? 0) + 1;
  await storeVersion(tx, { ...version, kind: "published", number });
  await replaceTriggers(tx, { workspaceId, automationId, versionId, document });
  return number;
}
