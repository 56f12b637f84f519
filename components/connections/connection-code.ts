import { findService } from "@/core/services/catalogue";
import type { ServiceAction } from "@/core/services/service";

/** @returns TypeScript that uses the account: the service's first action, or a plain GET. */
export function connectionSnippet({ linkName, serviceKey }: { linkName: string; serviceKey: string | null }): string {
  const action = serviceKey === null ? undefined : findService(serviceKey)?.actions[0];
  return action
    ? actionSnippet(linkName, action)
    : `const answer = await connections.${linkName}.get("/");\nreturn answer.body;\n`;
}

/** @returns TypeScript that makes the call of one ready-made action. */
export function actionSnippet(linkName: string, action: ServiceAction): string {
  const { method, path, inputs } = action;
  const inBody = inputs.filter((input) => input.in === "body").map(({ key }) => key);
  const inQuery = inputs.filter((input) => input.in === "query").map(({ key }) => key);
  const query = inQuery.length > 0 ? `{ query: { ${inQuery.join(", ")} } }` : undefined;
  const hasBody = method === "POST" || method === "PUT" || method === "PATCH";
  const body = hasBody ? `{ ${inBody.join(", ")} }` : undefined;
  const url = path.includes("{") ? `\`${path.replaceAll("{", "${")}\`` : JSON.stringify(path);
  const given = [url, body, query].filter((argument) => argument !== undefined).join(", ");
  return `const answer = await connections.${linkName}.${method.toLowerCase()}(${given});\nreturn answer.body;\n`;
}
