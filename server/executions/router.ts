import { router } from "@/server/api/trpc";

export const executionsRouter = router({});
