import { router } from "@/server/api/trpc";

export const recordsRouter = router({});
