import http from "node:http";

/**
 * The service that automations call. `/rate` answers at once, `/hang` never. Prints its port.
 */
const server = http.createServer((request, response) => {
  if (request.url?.startsWith("/hang")) return;
  const text = JSON.stringify({ ok: true, rate: 1.25 });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
