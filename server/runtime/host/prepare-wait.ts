import { AppError } from "@/core/execution/errors";
import type { PrepareEffect } from "@/server/runtime/host/effect";
export const prepareWait: PrepareEffect = async () => {
  throw new AppError("WAIT_INVALID", {});
};
