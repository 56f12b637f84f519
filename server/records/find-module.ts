import { AppError } from "@/core/execution/errors";
import type { CrmModule } from "@/core/records/field-types";
import { nearestName } from "@/core/records/nearest-name";

/**
 * @param modules the workspace's record types
 * @throws NOT_FOUND when none has this API name; its details name the nearest
 */
export function findModule<Module extends CrmModule>(modules: readonly Module[], apiName: string): Module {
  const found = modules.find((crmModule) => crmModule.apiName === apiName);
  if (found) return found;
  const names = modules.map((crmModule) => crmModule.apiName);
  const shown = apiName.slice(0, 100);
  throw new AppError(
    "NOT_FOUND",
    { what: "module", id: shown },
    { details: { module: shown, nearest: nearestName(apiName, names), modules: names } },
  );
}
