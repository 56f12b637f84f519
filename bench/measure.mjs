import { load } from "./load.mjs";
import { processCpu } from "./process-cpu.mjs";

/**
 * Drives peers one after the other, over and over, so that what else the machine does hits all alike.
 * @returns a row of figures for each peer: the median of its turns; CPU of its processes over all of them
 */
export async function measureInTurns(peers, { request, connections, turns }) {
  const results = new Map(peers.map((peer) => [peer, []]));
  for (let turn = 0; turn < turns.count; turn++) {
    for (const peer of peers)
      results.get(peer).push(await measureTurn(peer, request, { connections, seconds: turns.seconds }));
  }
  return peers.map((peer) => {
    const rows = results.get(peer);
    const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
    const requests = sum((row) => row.requests);
    const perRequest = (used) => Number((used / Math.max(requests, 1)).toFixed(3));
    return {
      peer: peer.peer,
      connections,
      rps: Number(median(rows.map((row) => row.requests / row.seconds)).toFixed(1)),
      p50Ms: median(rows.map((row) => row.p50Ms)),
      p99Ms: median(rows.map((row) => row.p99Ms)),
      cpuMs: perRequest(sum((row) => row.ownMs)),
      ...(peer.dataFolder ? { databaseCpuMs: perRequest(sum((row) => row.postgresMs)) } : {}),
      errors: sum((row) => row.errors),
    };
  });
}

async function measureTurn(peer, request, options) {
  const dataFolder = peer.dataFolder ?? null;
  const before = processCpu(peer.pid, dataFolder);
  const result = await drive(peer, request, options);
  const after = processCpu(peer.pid, dataFolder);
  return { ...result, ownMs: after.ownMs - before.ownMs, postgresMs: after.postgresMs - before.postgresMs };
}

/** Sends the workload's request over and over; an answer that is not the expected one is an error. */
export function drive({ url, headers = {}, expect, read }, request, { connections, seconds }) {
  const expected = canonical(expect);
  return load({
    url,
    headers,
    body: JSON.stringify(request),
    connections,
    seconds,
    check: (body, status) => status === 200 && canonical(read(body)) === expected,
  });
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** JSON with sorted keys, so that the order of keys does not count. */
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`;
}
