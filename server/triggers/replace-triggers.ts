import { AppError } from "@/core/execution/errors";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { Prisma } from "@/server/database/client";

export interface ReplaceTriggersInput {
  workspaceId: string;
  automationId: string;
  /** The version that goes live; null when the automation ends. */
  versionId: string | null;
  document: AutomationDocument | null;
}

/**
 * Makes the starts of a version the live ones of its automation: its buttons and its API name. Part of publishing.
 *
 * @throws NAME_TAKEN when another automation has the API name, with that automation's id and name in the details
 */
export async function replaceTriggers(tx: Prisma.TransactionClient, input: ReplaceTriggersInput): Promise<void> {
  const { workspaceId, automationId, versionId, document } = input;
  await tx.trigger.deleteMany({ where: { workspaceId, automationId } });
  if (!versionId || !document) return;
  for (const node of document.nodes) {
    if (!findNodeType(node.type)?.isTrigger) continue;
    const apiName = text(node, "apiName");
    if (apiName) await refuseTakenName(tx, { workspaceId, apiName });
    const data = {
      automationId,
      nodeId: node.id,
      workspaceId,
      versionId,
      type: node.type,
      module: text(node, "module"),
      label: text(node, "label") ?? node.label,
      apiName,
      config: node.config as Prisma.InputJsonObject,
    };
    await tx.trigger.create({ data }).catch((error: unknown) => {
      // Two automations published the same name at the same moment.
      if (apiName && isUniqueViolation(error))
        throw new AppError("NAME_TAKEN", { apiName, name: "" }, { cause: error });
      throw error;
    });
  }
}

async function refuseTakenName(
  tx: Prisma.TransactionClient,
  { workspaceId, apiName }: { workspaceId: string; apiName: string },
): Promise<void> {
  const holder = await tx.trigger.findFirst({ where: { workspaceId, apiName }, select: { automationId: true } });
  if (!holder) return;
  const { automationId } = holder;
  const automation = await tx.automation.findFirst({
    where: { id: automationId, workspaceId },
    select: { name: true },
  });
  const name = automation?.name ?? "";
  throw new AppError("NAME_TAKEN", { apiName, name }, { details: { apiName, automationId, name } });
}

const text = (node: GraphNode, setting: string): string | null => {
  const value = node.config[setting];
  return typeof value === "string" && value !== "" ? value : null;
};

const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
