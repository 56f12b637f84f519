import { router } from "@/server/api/trpc";

/** Every procedure, one router a room. */
export const rootRouter = router({});

export type RootRouter = typeof rootRouter;
