import { router } from "@/server/api/trpc";

export const functionsRouter = router({});
