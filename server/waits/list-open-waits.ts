import type { Actor, App } from "@/server/app";
import { mayDecide } from "@/server/waits/decide";

/** What an execution waits for. */
export interface OpenWait {
  id: string;
  nodeId: string;
  path: string;
  kind: "time" | "date" | "webhook" | "approval";
  question: string | null;
  approvers: string[];
  /** When it ends by itself; null: never. */
  dueAt: Date | null;
  mayDecide: boolean;
}

/** What an execution waits for and has not got yet, in the order it began to. */
export async function listOpenWaits(app: App, actor: Actor, executionId: string): Promise<OpenWait[]> {
  const { workspaceId, userId } = actor;
  const [person, tickets] = await Promise.all([
    app.db.user.findUnique({ where: { id: userId ?? "" }, select: { email: true } }),
    app.pool.query<Omit<OpenWait, "mayDecide">>(
      `SELECT w.id, w.node_id AS "nodeId", w.path, w.kind, w.question, w.approvers, w.due_at AS "dueAt"
         FROM wait_ticket w JOIN execution e ON e.id = w.execution_id
        WHERE w.workspace_id = $1 AND w.execution_id = $2 AND w.answer IS NULL AND e.finished_at IS NULL
          AND (w.due_at IS NULL OR w.due_at > now()) ORDER BY w.id`,
      [workspaceId, executionId],
    ),
  ]);
  return tickets.rows.map((ticket) => ({
    ...ticket,
    mayDecide: ticket.kind === "approval" && person !== null && mayDecide(actor, person.email, ticket.approvers),
  }));
}
