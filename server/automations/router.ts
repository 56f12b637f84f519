import { router } from "@/server/api/trpc";

export const automationsRouter = router({});
