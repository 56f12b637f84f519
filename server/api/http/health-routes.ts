import type { FastifyInstance } from "fastify";

/** The parts a request depends on, each asked for real. */
export type Probes = Record<"database" | "queue" | "sandbox", () => Promise<boolean> | boolean>;

const PATIENCE_MS = 5_000;

/** `/api/health`: the process lives. `/api/ready`: it can do its work. */
export function healthRoutes(server: FastifyInstance, probes: Probes): void {
  server.get("/api/health", async () => ({ status: "ok" }));

  server.get("/api/ready", async (_request, reply) => {
    const names = Object.keys(probes) as (keyof Probes)[];
    const answers = await Promise.all(names.map((name) => works(probes[name])));
    const checks = Object.fromEntries(names.map((name, index) => [name, answers[index] ? "ok" : "failing"]));
    const ready = answers.every(Boolean);
    return reply.status(ready ? 200 : 503).send({ status: ready ? "ready" : "not-ready", checks });
  });
}

async function works(probe: () => Promise<boolean> | boolean): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((answer) => {
    timer = setTimeout(answer, PATIENCE_MS, false);
  });
  try {
    return await Promise.race([probe(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
