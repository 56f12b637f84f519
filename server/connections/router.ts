import { router } from "@/server/api/trpc";

export const connectionsRouter = router({});
