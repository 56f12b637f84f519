import { memberCode } from "@/components/editor/data/data-path";
import { type TypeShape, typeShape } from "@/components/editor/data/type-shape";
import type { CompileContext } from "@/core/compiler/program";
import { recordTypeName } from "@/core/nodes/record-type-name";
import type { CrmModule } from "@/core/records/field-types";
import type { Json } from "@/core/values/json";

/** One piece of data a field can be filled in from. */
export interface DataEntry {
  /** As people know it: "Email". */
  label: string;
  /** As code knows it: "Email_Address". */
  name: string;
  /** The formula that names it. */
  code: string;
  /** "text", "number", "Lead", … or "list", "object". */
  type: string;
  mayBeEmpty: boolean;
  /** Its value in the data at hand; undefined when there is none. */
  example: Json | undefined;
  children: DataEntry[];
}

/** Deeper data is not unfolded: a formula reaches it. */
const DEEPEST = 6;
/** Items of a list that are offered one by one. */
const MOST_ITEMS = 3;

/**
 * Unfolds a name in scope into everything that can be inserted from it. The type says what there is; where it says
 * nothing, the example does.
 *
 * @param type the TypeScript type of the value
 * @param example its value in the data at hand
 */
export function dataTree(
  root: { label: string; name: string; type: string; example: Json | undefined; mayBeEmpty: boolean },
  context: CompileContext,
): DataEntry {
  return entryOf({ ...root, code: root.name, shape: typeShape(root.type), depth: 0 }, modulesByType(context));
}

interface Place {
  label: string;
  name: string;
  code: string;
  shape: TypeShape;
  example: Json | undefined;
  mayBeEmpty: boolean;
  depth: number;
}

function entryOf(place: Place, modules: ReadonlyMap<string, CrmModule>): DataEntry {
  const { label, name, code, shape, example, mayBeEmpty, depth } = place;
  const module = shape.kind === "name" ? modules.get(shape.name) : undefined;
  const children = depth >= DEEPEST ? [] : childrenOf(place, module, modules);
  return {
    label: module && depth > 0 ? module.singular : label,
    name,
    code,
    mayBeEmpty,
    example,
    type: module?.singular ?? typeWord(shape, example),
    children,
  };
}

function childrenOf(place: Place, module: CrmModule | undefined, modules: ReadonlyMap<string, CrmModule>): DataEntry[] {
  const { shape, example, code, depth } = place;
  const inside = (key: string): Json | undefined =>
    example !== null && typeof example === "object" && !Array.isArray(example) ? example[key] : undefined;
  if (module) {
    const id: DataEntry = {
      label: "Id",
      name: "id",
      code: memberCode(code, "id"),
      type: "text",
      mayBeEmpty: false,
      example: inside("id"),
      children: [],
    };
    const fields = module.fields.map(
      (field): DataEntry => ({
        label: field.label,
        name: field.apiName,
        code: memberCode(code, field.apiName),
        type: field.type,
        mayBeEmpty: !field.required,
        example: inside(field.apiName),
        children: [],
      }),
    );
    return [...fields, id];
  }
  if (shape.kind === "object") {
    return shape.fields.map((field) =>
      entryOf(
        {
          label: words(field.name),
          name: field.name,
          code: memberCode(code, field.name),
          shape: field.shape,
          example: inside(field.name),
          mayBeEmpty: field.optional,
          depth: depth + 1,
        },
        modules,
      ),
    );
  }
  const isDescribedList = shape.kind === "list" && (shape.of.kind === "object" || isRecord(shape.of, modules));
  // Without an example, the first item shows what each of them has.
  const items = Array.isArray(example) ? example.slice(0, MOST_ITEMS) : isDescribedList ? [undefined] : null;
  if (items) {
    const of: TypeShape = shape.kind === "list" ? shape.of : { kind: "name", name: "unknown" };
    return items.map((item: Json | undefined, index) =>
      entryOf(
        {
          label: `${index + 1}`,
          name: String(index),
          code: memberCode(code, index),
          shape: of,
          example: item,
          mayBeEmpty: true,
          depth: depth + 1,
        },
        modules,
      ),
    );
  }
  if (example !== null && typeof example === "object") {
    return Object.entries(example).map(([key, value]) =>
      entryOf(
        {
          label: words(key),
          name: key,
          code: memberCode(code, key),
          shape: { kind: "name", name: "unknown" },
          example: value,
          mayBeEmpty: false,
          depth: depth + 1,
        },
        modules,
      ),
    );
  }
  return [];
}

const isRecord = (shape: TypeShape, modules: ReadonlyMap<string, CrmModule>): boolean =>
  shape.kind === "name" && modules.has(shape.name);

const WORDS: Record<string, string> = { string: "text", number: "number", boolean: "yes-no" };

function typeWord(shape: TypeShape, example: Json | undefined): string {
  if (shape.kind === "object") return "object";
  if (shape.kind === "list" || Array.isArray(example)) return "list";
  const known = WORDS[shape.name];
  if (known) return known;
  if (shape.name.startsWith('"')) return "text";
  if (example === undefined || example === null) return "any";
  return typeof example === "object" ? "object" : (WORDS[typeof example] ?? "any");
}

const modulesByType = ({ modules }: CompileContext): Map<string, CrmModule> =>
  new Map(modules.map((module) => [recordTypeName(modules, module.apiName), module]));

/** "firstName" and "first_name" read "First name". */
function words(name: string): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/_+/g, " ")
    .trim();
  const lower = /[a-z]/.test(spaced)
    ? spaced.replace(/\B[A-Z](?=[a-z])|(?<= )[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
    : spaced;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
