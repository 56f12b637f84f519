import { router } from "@/server/api/trpc";

export const apiKeysRouter = router({});
