import { z } from "zod";
import { AutomationDocument, DOCUMENT_FORMAT, GraphNode, SCHEMA_VERSION } from "@/core/graph/document";
import { NODE_TYPES } from "@/core/nodes/catalogue";
import type { NodeType } from "@/core/nodes/node-type";
import { Criteria } from "@/core/values/criteria";
import { Value } from "@/core/values/value";

/** JSON Schema, draft 2020-12. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** A word of `messages/<language>/nodes.json`, by its key. */
type Words = (key: string) => string;

/**
 * The automation document as a JSON Schema. It takes what an import takes, with two differences: it knows the settings of
 * every node type, so that one that is misspelt or of the wrong kind is refused where an import keeps it as a draft; and
 * it cannot tell what lies between steps, such as names, lines and circles. A setting may be missing: a draft's may.
 *
 * @param words the titles and descriptions of node types and settings
 */
export function documentSchema(words: Words): JsonSchema {
  const { $schema, $defs, properties, ...rest } = schemaOf(AutomationDocument);
  return {
    $schema,
    $id: `urn:${DOCUMENT_FORMAT.replace("/", ":")}:${SCHEMA_VERSION}`,
    title: DOCUMENT_FORMAT,
    ...rest,
    properties: { ...(properties as JsonSchema), nodes: { ...nodesIn(properties), items: reference("node") } },
    $defs: {
      node: nodeSchema(words),
      ...Object.fromEntries(NODE_TYPES.map((type) => [settingsName(type), settingsSchema(type, words)])),
      ...sharedSchemas(),
    },
  };
}

/** A node: what all have, and for each type the settings it takes. */
function nodeSchema(words: Words): JsonSchema {
  const { $schema: _schema, $defs: _defs, properties, ...rest } = schemaOf(GraphNode);
  const types = NODE_TYPES.map(({ type }) => ({
    const: type,
    title: words(`types.${type}.label`),
    description: words(`types.${type}.description`),
  }));
  return {
    ...rest,
    properties: { ...(properties as JsonSchema), type: { oneOf: types }, config: { type: "object" } },
    allOf: NODE_TYPES.map((type) => ({
      if: { properties: { type: { const: type.type } }, required: ["type"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { config: reference(settingsName(type)) } },
    })),
  };
}

/** The settings of a node type. None is required. */
function settingsSchema({ type, config }: NodeType, words: Words): JsonSchema {
  const { $schema: _schema, $defs: _defs, required: _required, properties, ...rest } = schemaOf(config);
  const described = Object.entries(properties as Record<string, JsonSchema>).map(([key, schema]) => {
    const at = `types.${type}.fields.${key}`;
    return [key, { title: words(`${at}.label`), description: words(`${at}.help`), ...schema }];
  });
  return { title: words(`types.${type}.label`), ...rest, properties: Object.fromEntries(described) };
}

const SHARED = { value: Value, criteria: Criteria };

/** What stands in many places, each once. */
const sharedSchemas = (): JsonSchema => {
  const { $defs } = schemaOf(z.strictObject(SHARED));
  return Object.fromEntries(Object.keys(SHARED).map((name) => [name, ($defs as JsonSchema)[name]]));
};

function schemaOf(schema: z.core.$ZodType): JsonSchema {
  const names = z.registry<{ id: string }>();
  for (const [id, shared] of Object.entries(SHARED)) names.add(shared, { id });
  return JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input", metadata: names })), plainly);
}

/** Any JSON is the empty schema; zod says it by a schema in a circle, under a name that depends on where it stands. */
const plainly = (_key: string, held: unknown): unknown =>
  String((held as JsonSchema | null)?.$ref).startsWith("#/$defs/__schema") ? {} : held;

const settingsName = ({ type }: NodeType): string => `settings.${type}`;
const reference = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const nodesIn = (properties: unknown): JsonSchema => (properties as Record<string, JsonSchema>).nodes!;
