import { createHash, timingSafeEqual } from "node:crypto";
import { campaignsOf } from "./campaigns.mjs";

const MOST_BODY_BYTES = 100_000;
const MOST_SLOW_SECONDS = 120;
const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@.]+(\.[^\s@.]+)+$/;

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const ROUTES = {
  "POST /members": addMember,
  "GET /members": ({ query, members }) => {
    if (!query.has("email")) return { status: 200, body: { members: members.all() } };
    const member = members.find(query.get("email"));
    if (!member) throw new Refusal(404, "no member has this address");
    return { status: 200, body: member };
  },
  "GET /campaigns": ({ query }) => ({
    status: 200,
    body: { campaigns: campaignsOf(checkAddress(query.get("email"))) },
  }),
  /** Answers late, to see what a caller does meanwhile. */
  "GET /slow": async ({ query }) => {
    const seconds = Math.min(Math.max(Number(query.get("seconds") ?? 5) || 0, 0), MOST_SLOW_SECONDS);
    await new Promise((done) => setTimeout(done, seconds * 1_000));
    return { status: 200, body: { waitedSeconds: seconds } };
  },
  /** Answers with any error status, to see what a caller does with it. */
  "GET /fail": ({ query }) => {
    const status = Number(query.get("status") ?? 500);
    throw new Refusal(
      Number.isInteger(status) && status >= 400 && status <= 599 ? status : 500,
      "failed, as you asked",
    );
  },
};

/**
 * The mailing list's HTTP API as a request listener.
 * @param {{ apiKey: string, members: ReturnType<typeof import("./member-store.mjs").createMemberStore> }} options
 */
export function createApi({ apiKey, members }) {
  return async (request, response) => {
    const answer = await handle(request, { apiKey, members }).catch((error) => ({
      status: error instanceof Refusal ? error.status : 500,
      body: { error: error instanceof Refusal ? error.message : "internal error" },
    }));
    // What was not read of a refused body would be taken for the next request.
    if (!request.complete) response.shouldKeepAlive = false;
    response.writeHead(answer.status, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(answer.body));
  };
}

async function handle(request, { apiKey, members }) {
  const url = new URL(request.url, "http://localhost");
  if (!sameText(request.headers.authorization ?? "", `Bearer ${apiKey}`))
    throw new Refusal(401, "the API key is missing or wrong");
  const route = ROUTES[`${request.method} ${url.pathname}`];
  if (!route) throw new Refusal(404, `there is no ${request.method} ${url.pathname}`);
  const body = request.method === "POST" ? await readJson(request) : null;
  return route({ query: url.searchParams, body, members, idempotencyKey: request.headers["idempotency-key"] });
}

/** A repeat with the same key gets the first answer and changes nothing. */
function addMember({ body, members, idempotencyKey }) {
  const request = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const before = idempotencyKey && members.answerTo(idempotencyKey);
  if (before && before.request !== request) throw new Refusal(422, "this Idempotency-Key was used for another request");
  if (before) return before;

  const email = checkAddress(body.email);
  const known = members.find(email) !== undefined;
  const member = members.put({ email, firstName: checkName(body, "firstName"), lastName: checkName(body, "lastName") });
  const answer = { request, status: known ? 200 : 201, body: member };
  if (idempotencyKey) members.remember(idempotencyKey, answer);
  return answer;
}

function checkAddress(email) {
  if (email === undefined || email === null || email === "") throw new Refusal(400, "email: is required");
  if (typeof email !== "string" || email.length > 254 || !ADDRESS.test(email))
    throw new Refusal(400, "email: not a valid address");
  return email;
}

function checkName(body, field) {
  const value = body[field] ?? undefined;
  if (value !== undefined && typeof value !== "string") throw new Refusal(400, `${field}: must be text`);
  return value;
}

async function readJson(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw new Refusal(413, "the body is too large");
    chunks.push(chunk);
  }
  try {
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Answered below, like any other body that is no object.
  }
  throw new Refusal(400, "the body must be a JSON object");
}

function sameText(one, other) {
  const digest = (text) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
