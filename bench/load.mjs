import http from "node:http";

/**
 * Closed-loop load over keep-alive connections: each connection sends its next request when its answer is complete.
 *
 * @param {{ url: string, headers?: Record<string, string>, body: string, connections: number, seconds: number, check: (body: string, status: number) => boolean }} options
 * @returns {Promise<{ requests: number, errors: number, seconds: number, p50Ms: number, p99Ms: number }>}
 */
export async function load({ url, headers = {}, body, connections, seconds, check }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(url);
  const options = {
    agent,
    method: "POST",
    hostname: target.hostname,
    port: target.port,
    path: target.pathname + target.search,
    headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers },
  };
  const latencies = [];
  let errors = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;

  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();

  latencies.sort((a, b) => a - b);
  const at = (share) =>
    Number((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0).toFixed(3));
  return {
    requests: latencies.length,
    errors,
    seconds: (performance.now() - begin) / 1_000,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };

  async function connection() {
    while (performance.now() < end) {
      const start = performance.now();
      const ok = await request().catch(() => false);
      latencies.push(performance.now() - start);
      if (!ok) errors += 1;
    }
  }

  function request() {
    return new Promise((resolve, reject) => {
      const sent = http.request(options, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve(check(Buffer.concat(chunks).toString(), response.statusCode ?? 0)));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}
