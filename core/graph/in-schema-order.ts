import type { z } from "zod";
import type { Json } from "@/core/values/json";

/**
 * Puts the keys of every object into the order their schema declares them in. Keys that no schema names, such as those of
 * fixed JSON, stand in alphabetical order after the others. What a value is does not change, whether the schema takes it
 * or not.
 */
export function inSchemaOrder(held: Json, schema: z.core.$ZodType | undefined): Json {
  if (typeof held !== "object" || held === null) return held;
  const described = schema && descriptionFor(held, schema);
  if (Array.isArray(held)) return held.map((item) => inSchemaOrder(item, described?.element));
  const shape = described?.shape ?? {};
  const known = Object.keys(shape).filter((key) => Object.hasOwn(held, key));
  const others = Object.keys(held).filter((key) => !Object.hasOwn(shape, key));
  const keys = [...known, ...others.sort()];
  return Object.fromEntries(
    keys.map((key) => [key, inSchemaOrder(held[key]!, schemaAt(shape, key) ?? described?.value)]),
  );
}

/** The part of a schema's definition that says what is inside. */
interface Described {
  shape?: Readonly<Record<string, z.core.$ZodType>>;
  element?: z.core.$ZodType;
  value?: z.core.$ZodType;
}

/** Looks through what may be missing, has a default, or is one of several, down to an object, a list or a record. */
function descriptionFor(
  held: Exclude<Json, string | number | boolean | null>,
  schema: z.core.$ZodType,
): Described | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "default":
      return descriptionFor(held, def.innerType);
    case "union":
      return descriptionOfOption(held, def.options);
    case "object":
      return Array.isArray(held) ? null : { shape: def.shape };
    case "array":
      return Array.isArray(held) ? { element: def.element } : null;
    case "record":
      return Array.isArray(held) ? null : { value: def.valueType };
    default:
      return null;
  }
}

/** Of several schemas the one that names the most of what is there. */
function descriptionOfOption(held: object, options: readonly z.core.$ZodType[]): Described | null {
  const described = options.map((option) => descriptionFor(held as never, option)).filter((one) => one !== null);
  const named = ({ shape = {} }: Described) =>
    Object.entries(held).filter(([key, value]) => accepts(schemaAt(shape, key), value)).length;
  return described.sort((a, b) => named(b) - named(a))[0] ?? null;
}

/** Whether a key is of the schema: one that tells options apart (`kind`) only with its own value. */
function accepts(schema: z.core.$ZodType | undefined, value: unknown): boolean {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  return def?.type === "literal" ? def.values.includes(value as never) : def !== undefined;
}

const schemaAt = (shape: Readonly<Record<string, z.core.$ZodType>>, key: string): z.core.$ZodType | undefined =>
  Object.hasOwn(shape, key) ? shape[key] : undefined;
