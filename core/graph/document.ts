import { z } from "zod";

/** The version of the automation document this code writes. Older documents are migrated when parsed. */
export const SCHEMA_VERSION = 2;
export const DOCUMENT_FORMAT = "millrace/automation";

/** The most nodes and edges a graph may have. */
export const MAX_NODES = 2_000;
export const MAX_EDGES = 8_000;

/** A node called `__proto__` would be no key of its own in a layout. */
const NodeId = z.string().regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/, "letters, digits, - and _ only, at most 64");
export const NodeName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, "a letter, then letters, digits and _, at most 64");

/** Cross-cutting policy of one node: the same for every type. */
export const NodePolicy = z.strictObject({
  disabled: z.boolean().optional(),
  note: z.string().max(2_000).optional(),
  /** Tried again after a failure that may pass. `attempts` counts the first one too; pauses in milliseconds. */
  retry: z
    .strictObject({
      attempts: z.number().int().min(2).max(10),
      waitMs: z.number().int().min(0).max(3_600_000),
      backoff: z.enum(["fixed", "exponential"]),
    })
    .optional(),
  /** Milliseconds one attempt of the step may take; never more than what is left of the execution's time. */
  timeLimitMs: z.number().int().min(100).max(900_000).optional(),
  /** What happens to a call in flight at a crash that is neither safe nor keyed. */
  afterCrash: z.enum(["ask", "repeat"]).optional(),
  /**
   * Of a start: its executions run one after another, in the order they arrive. All of them, or those that are given the
   * same value at the path, names with points between them such as `record.id`.
   */
  oneByOne: z.strictObject({ per: z.string().max(200).optional() }).optional(),
});
export type NodePolicy = z.infer<typeof NodePolicy>;

export const GraphNode = z.strictObject({
  id: NodeId,
  type: z.string().min(1).max(40),
  /** The identifier formulas use; unique in the graph. */
  name: NodeName,
  /** The free text people see. */
  label: z.string().min(1).max(120),
  config: z.record(z.string(), z.json()).default({}),
  /** The loop in whose body it stands. */
  parent: NodeId.optional(),
  policy: NodePolicy.optional(),
});
export type GraphNode = z.infer<typeof GraphNode>;

/** "then": from a handle of one node to another node. */
export const GraphEdge = z.strictObject({ from: NodeId, handle: z.string().min(1).max(64), to: NodeId });
export type GraphEdge = z.infer<typeof GraphEdge>;

export const Graph = z.strictObject({
  nodes: z.array(GraphNode).max(MAX_NODES),
  edges: z.array(GraphEdge).max(MAX_EDGES),
});
export type Graph = z.infer<typeof Graph>;

/** A node in a loop's body stands relative to the loop; a loop has a size. */
const Position = z.strictObject({
  x: z.number().finite(),
  y: z.number().finite(),
  width: z.number().finite().positive().optional(),
  height: z.number().finite().positive().optional(),
});

/** Where each node stands on the canvas, by node id; apart from the meaning. */
export const Layout = z.record(NodeId, Position);
export type Layout = z.infer<typeof Layout>;

/** The automation document: what is stored, imported and exported. */
export const AutomationDocument = z.strictObject({
  format: z.literal(DOCUMENT_FORMAT),
  schemaVersion: z.literal(SCHEMA_VERSION),
  name: z.string().min(1).max(120),
  description: z.string().max(2_000).optional(),
  nodes: Graph.shape.nodes,
  edges: Graph.shape.edges,
  layout: Layout.default({}),
});
export type AutomationDocument = z.infer<typeof AutomationDocument>;

/** The handle of the ordinary line out of a node with one way on. */
export const THEN = "then";
/** The handle of the *if it fails* line. */
export const ERROR = "error";
/** The handle that leads into a loop's body. */
export const EACH = "each";
/** The last handle of a condition. */
export const OTHERWISE = "otherwise";
