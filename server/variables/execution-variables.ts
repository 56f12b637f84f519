import { createHmac } from "node:crypto";
import type { App } from "@/server/app";
import { workspaceVariables } from "@/server/variables/workspace-variables";

/** What stands for a secret inside an execution, and what it stands for. */
export interface SecretVariable {
  placeholder: string;
  value: string;
}

export interface ExecutionVariables {
  /** By name, as code sees them: a secret one is its placeholder. */
  shown: Record<string, string>;
  secrets: SecretVariable[];
}

/**
 * The variables of a workspace as one execution sees them. A secret never enters the sandbox: a placeholder stands for it,
 * which nobody can guess and which is the same whenever this execution is computed again.
 */
export async function executionVariables(
  app: App,
  { workspaceId, executionId }: { workspaceId: string; executionId: string },
): Promise<ExecutionVariables> {
  const shown: Record<string, string> = {};
  const secrets: SecretVariable[] = [];
  for (const { name, kind, value } of await workspaceVariables(app, { workspaceId })) {
    if (kind === "plain") {
      shown[name] = value;
      continue;
    }
    const placeholder = placeholderOf(app, executionId, name);
    shown[name] = placeholder;
    secrets.push({ placeholder, value });
  }
  return { shown, secrets };
}

/** Nothing in it is changed by being put into an address. */
function placeholderOf(app: App, executionId: string, name: string): string {
  const key = app.secretBox.deriveKey("placeholders of secret variables");
  const random = createHmac("sha256", key).update(`${executionId}/${name}`).digest("hex").slice(0, 24);
  return `__secret_${name}_${random}__`;
}
