import type { FastifyReply } from "fastify";
import type { ExecutionAnswer } from "@/server/api/rest/execution-answer";

/** Sends what a caller gets of an execution; nobody between may keep it. */
export const sendAnswer = (reply: FastifyReply, { status, headers = {}, body }: ExecutionAnswer): FastifyReply =>
  reply
    .status(status)
    .headers({ ...headers, "cache-control": "no-store" })
    .send(body);
