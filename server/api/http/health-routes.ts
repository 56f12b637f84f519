import type { FastifyInstance } from "fastify";

/** The parts a request depends on, each asked for real. */
export type Probes = Record<string, () => Promise<boolean> | boolean>;

const PATIENCE_MS = 5_000;

/**
 * `/api/health`: the process lives. `/api/ready`: it can do its work, and is not on its way down: whoever spreads requests
 * over processes sends it none then.
 */
export function healthRoutes(server: FastifyInstance, probes: Probes, isStopping: () => boolean): void {
  server.get("/api/health", async () => ({ status: "ok" }));

  server.get("/api/ready", async (_request, reply) => {
    if (isStopping()) return reply.status(503).send({ status: "stopping", checks: {} });
    const answers = await Promise.all(
      Object.entries(probes).map(async ([name, probe]): Promise<[string, boolean]> => [name, await works(probe)]),
    );
    const checks = Object.fromEntries(answers.map(([name, ok]) => [name, ok ? "ok" : "failing"]));
    const ready = answers.every(([, ok]) => ok);
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
