import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createEgress, type Egress, type EgressRequest } from "@/server/egress";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe("egress", () => {
  it("brings the answer of an allowed private address", async () => {
    const server = await serve((request, response) => {
      response.setHeader("x-seen", `${request.method} ${request.headers.host} ${request.headers["x-one"]}`);
      request.pipe(response.writeHead(201));
    });
    const egress = egressTo(server);
    const answer = await egress.request({ ...ask(server), method: "post", headers: { "X-One": "1" }, body: "über" });
    expect(answer).toMatchObject({ status: 201, body: "über", url: `http://127.0.0.1:${portOf(server)}/` });
    expect(answer.headers["x-seen"]).toBe(`POST 127.0.0.1:${portOf(server)} 1`);
  });

  it("refuses a private address without asking it, whether something listens there or not", async () => {
    let asked = 0;
    const server = await serve((_request, response) => response.end(String(asked++)));
    const egress = keep(createEgress({ resolve: async () => ["127.0.0.1"] }));
    for (const url of [
      `http://127.0.0.1:${portOf(server)}/`,
      "http://127.0.0.1:1/",
      `http://inside.example:${portOf(server)}/`,
    ]) {
      await expect(egress.request({ ...ask(server), url })).rejects.toMatchObject({ code: "ADDRESS_REFUSED" });
    }
    expect(asked).toBe(0);
  });

  it.each([
    [["93.184.215.14", "127.0.0.1"]],
    [["::ffff:169.254.169.254"]],
    [["93.184.215.14", "fd00::1"]],
    [["not an address"]],
  ])("refuses a name when any of its addresses %j is private", async (addresses) => {
    const egress = keep(createEgress({ resolve: async () => addresses }));
    const request = egress.request({ ...defaults, url: "http://rebinding.example/" });
    await expect(request).rejects.toMatchObject({ code: "ADDRESS_REFUSED", params: { host: "rebinding.example" } });
  });

  it("keeps the name in the Host header of an allowed name", async () => {
    const server = await serve((request, response) => response.end(request.headers.host));
    const egress = keep(
      createEgress({ allow: [`crm.internal:${portOf(server)}`], resolve: async () => ["127.0.0.1"] }),
    );
    const answer = await egress.request({ ...defaults, url: `http://crm.internal:${portOf(server)}/` });
    expect(answer.body).toBe(`crm.internal:${portOf(server)}`);
  });

  it("says which host did not answer in time: silent, slow headers, endless body", async () => {
    const silent = await listen(createTcpServer((socket) => void socket.on("error", () => undefined)));
    const endless = await serve((_request, response) => {
      const drip = setInterval(() => response.write("."), 5);
      response.on("close", () => clearInterval(drip));
    });
    for (const server of [silent, endless]) {
      const egress = egressTo(server);
      const request = egress.request({ ...ask(server), timeoutMs: 150 });
      await expect(request).rejects.toMatchObject({
        code: "HTTP_TIMEOUT",
        params: { target: `127.0.0.1:${portOf(server)}`, seconds: 0.15 },
      });
    }
  });

  it("cuts an endless and a compressed answer at the limit", async () => {
    const endless = await serve((_request, response) => {
      const more = () => {
        while (response.write("x".repeat(65_536)));
      };
      response.on("drain", more);
      more();
    });
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const bombs = await serve((_request, response) => response.setHeader("content-encoding", "gzip").end(bomb));
    for (const server of [endless, bombs]) {
      const request = egressTo(server).request({ ...ask(server), maxBytes: 100_000 });
      await expect(request).rejects.toMatchObject({
        code: "HTTP_TOO_LARGE",
        params: { megabytes: 100_000 / 1_048_576 },
      });
    }
  });

  it("takes a body of exactly the limit and unpacks what was packed", async () => {
    const server = await serve((_request, response) =>
      response.setHeader("content-encoding", "gzip").end(gzipSync("a".repeat(5_000))),
    );
    const answer = await egressTo(server).request({ ...ask(server), maxBytes: 5_000 });
    expect(answer.body).toBe("a".repeat(5_000));
  });

  it.each([
    ["gzip", "not gzip at all"],
    ["gzip, gzip, gzip", "x"],
    ["zstd-of-tomorrow", "x"],
  ])("fails clearly on a body it cannot unpack (%s)", async (encoding, body) => {
    const server = await serve((_request, response) => response.setHeader("content-encoding", encoding).end(body));
    await expect(egressTo(server).request(ask(server))).rejects.toMatchObject({ code: "HTTP_UNREACHABLE" });
  });

  it("checks every redirect like the first address", async () => {
    for (const location of [
      "http://169.254.169.254/latest/",
      "http://127.0.0.1:1/",
      "ftp://example.com/",
      "http://a:b@example.com/",
    ]) {
      const server = await serve((_request, response) => response.writeHead(302, { location }).end());
      await expect(egressTo(server).request(ask(server))).rejects.toMatchObject({
        code: expect.stringMatching(/^(ADDRESS_REFUSED|HTTP_BAD_REQUEST)$/),
      });
    }
  });

  it("keeps keys from another origin, and sends them on to the same one", async () => {
    const seen: Record<string, unknown>[] = [];
    const other = await serve((request, response) => response.end(String(seen.push(request.headers))));
    const server = await serve((request, response) => {
      seen.push(request.headers);
      const location = request.url === "/" ? "/again" : `http://127.0.0.1:${portOf(other)}/`;
      response.writeHead(307, { location }).end();
    });
    const headers = { Authorization: "Bearer k", Cookie: "k", "X-Odd-Name": "k", "Content-Type": "text/plain" };
    await egressTo(server, other).request({ ...ask(server), method: "POST", headers, body: "b" });
    expect(seen[1]).toMatchObject({ authorization: "Bearer k", "x-odd-name": "k" });
    expect(seen[2]).toMatchObject({ "content-type": "text/plain" });
    expect(Object.keys(seen[2]!)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/authorization|cookie|x-odd-name/)]),
    );
  });

  it("turns a POST into a GET on 302 and keeps it on 307", async () => {
    const seen: string[] = [];
    const server = await serve((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers["content-length"] ?? "-"}`);
      const [status, location] = { "/": [307, "/kept"], "/kept": [302, "/done"] }[request.url!] ?? [200, ""];
      response.writeHead(Number(status), { location: String(location) }).end();
    });
    await egressTo(server).request({ ...ask(server), method: "POST", body: "abc" });
    expect(seen).toEqual(["POST / 3", "POST /kept 3", "GET /done -"]);
  });

  it("follows five redirects and no sixth", async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url!.slice(1));
      if (left === 0) response.end("arrived");
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    const egress = egressTo(server);
    const at = (path: string) => ({ ...ask(server), url: `http://127.0.0.1:${portOf(server)}${path}` });
    expect((await egress.request(at("/5"))).body).toBe("arrived");
    await expect(egress.request(at("/6"))).rejects.toMatchObject({ code: "HTTP_TOO_MANY_REDIRECTS" });
  });

  it("says why there was no answer", async () => {
    const hangsUp = await listen(createTcpServer((socket) => void socket.destroy()));
    await expect(egressTo(hangsUp).request(ask(hangsUp))).rejects.toMatchObject({
      code: "HTTP_UNREACHABLE",
      params: { reason: "closed" },
    });
    const notHttp = await listen(createTcpServer((socket) => void socket.end("SMTP ready\r\n")));
    await expect(egressTo(notHttp).request(ask(notHttp))).rejects.toMatchObject({
      code: "HTTP_UNREACHABLE",
      params: { reason: "answer" },
    });
    const closed = keep(createEgress({ allow: ["127.0.0.1:1"] }));
    await expect(closed.request({ ...defaults, url: "http://127.0.0.1:1/" })).rejects.toMatchObject({
      code: "HTTP_UNREACHABLE",
      params: { target: "127.0.0.1:1", reason: "refused" },
    });
    const unknown = keep(
      createEgress({ resolve: () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" })) }),
    );
    await expect(unknown.request({ ...defaults, url: "http://nowhere.example/" })).rejects.toMatchObject({
      params: { reason: "name" },
    });
  });

  it.each([
    [{ "Bad Name": "x" }, "header_name"],
    [{ Host: "127.0.0.1" }, "header_name"],
    [{ "Transfer-Encoding": "chunked" }, "header_name"],
    [{ "X-A": "a\r\nX-B: b" }, "header_value"],
    [{ "X-A": "\u0000" }, "header_value"],
  ])("refuses the header %j", async (headers: Record<string, string>, reason) => {
    const server = await serve((_request, response) => response.end());
    await expect(egressTo(server).request({ ...ask(server), headers })).rejects.toMatchObject({
      code: "HTTP_BAD_REQUEST",
      params: { reason },
    });
  });

  it.each(["CONNECT", "TRACE", "GET /x HTTP/1.1\r\nX: ", ""])("refuses the method %j", async (method) => {
    const server = await serve((_request, response) => response.end());
    await expect(egressTo(server).request({ ...ask(server), method })).rejects.toMatchObject({
      code: "HTTP_BAD_REQUEST",
    });
  });

  it("ends a call its caller no longer wants", async () => {
    const server = await serve(() => undefined);
    const abort = new AbortController();
    server.on("request", () => abort.abort());
    await expect(egressTo(server).request({ ...ask(server), signal: abort.signal })).rejects.toMatchObject({
      code: "CANCELED",
    });
  });

  it("uses no proxy, whatever the environment says", async () => {
    const proxied: string[] = [];
    const proxy = await serve((request, response) => response.end(String(proxied.push(request.url!))));
    const server = await serve((_request, response) => response.end("direct"));
    const names = ["http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"];
    for (const name of names) process.env[name] = `http://127.0.0.1:${portOf(proxy)}`;
    try {
      expect((await egressTo(server).request(ask(server))).body).toBe("direct");
      expect(proxied).toEqual([]);
    } finally {
      for (const name of names) delete process.env[name];
    }
  });
});

const defaults: EgressRequest = { method: "GET", url: "", headers: {}, timeoutMs: 10_000, maxBytes: 1_000_000 };
const portOf = (server: TcpServer) => (server.address() as AddressInfo).port;
const ask = (server: TcpServer): EgressRequest => ({ ...defaults, url: `http://127.0.0.1:${portOf(server)}/` });
const egressTo = (...servers: TcpServer[]) =>
  keep(createEgress({ allow: servers.map((server) => `127.0.0.1:${portOf(server)}`) }));

function keep(egress: Egress): Egress {
  open.push(egress);
  return egress;
}

async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await listen(server);
  open.push({ close: () => server.closeAllConnections() });
  return server;
}

async function listen<T extends TcpServer>(server: T): Promise<T> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  open.push({ close: () => void server.close() });
  return server;
}
