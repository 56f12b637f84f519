import { z } from "zod";
import { Criteria } from "@/core/values/criteria";
import { type Value as HeldValue, Value } from "@/core/values/value";

/** The form control of one config field, made by the inspector without knowing the node's type. */
export type FieldControl = { required: boolean; more: boolean; showWhen?: ShowWhen } & Control;

/** The field is asked for only while another field holds this. */
interface ShowWhen {
  field: string;
  equals: string;
}

/** What a value field expects; only a hint, since any formula may stand there. */
export type ValueHint = "any" | "text" | "long-text" | "number" | "yes-no" | "record-id" | "url" | "json";

type Control =
  | { control: "value"; type: ValueHint }
  | { control: "text"; multiline: boolean }
  | { control: "api-name" }
  | { control: "module" }
  /** Values by API name, for the fields of the module chosen in field `of`. */
  | { control: "record-fields"; of: string }
  | { control: "function" }
  /** Values by parameter name, for the function chosen in field `of`. */
  | { control: "arguments"; of: string }
  | { control: "connection" }
  /** An action of the service of the connection chosen in field `of`. */
  | { control: "action"; of: string }
  /** Values by input key, for the action chosen in field `of`. */
  | { control: "action-inputs"; of: string }
  | { control: "branches" }
  | { control: "code" }
  | { control: "choice"; options: readonly string[] }
  | { control: "switch" }
  | { control: "parameters" }
  /** An ordered list of names and values. */
  | { control: "named-values" }
  /** The same with any text as names. */
  | { control: "pairs" };

interface FieldOptions {
  /** True: below "More" in the form. */
  more?: boolean;
  showWhen?: ShowWhen;
}

const controls = z.registry<FieldControl>();

/** Marks a rule whose breach means that a setting was not filled in. */
const MISSING = { missing: true };

/** Names of parameters and of values a step sets. */
const PropertyName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, "a letter or _, then letters, digits and _");

/** A query parameter or header. */
const PairName = z.string().min(1).max(200);

const NamedValue = z.strictObject({ name: PropertyName, value: Value });

/** One input of an automation that is called or run by hand. */
export const Parameter = z.strictObject({
  name: PropertyName,
  type: z.enum(["text", "number", "yes-no", "date", "date-time", "list", "object", "any"]),
  required: z.boolean().default(false),
  default: z.json().optional(),
});
export type Parameter = z.infer<typeof Parameter>;

/** One way out of a condition. */
export const Branch = z.strictObject({
  /** The handle's id. */
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/),
  label: z.string().max(120),
  when: Criteria,
});
export type Branch = z.infer<typeof Branch>;

/** @returns how a field of a config is filled in, if it is a field of ours */
export const controlOf = (schema: z.core.$ZodType): FieldControl | undefined => controls.get(schema);

/** A value that must be filled in. */
export const requiredValueField = (type: ValueHint = "any") =>
  required(
    Value.refine((held) => !isBlank(held), { params: MISSING }),
    { control: "value", type },
  );

/** A value that may be left out. */
export const valueField = (options: FieldOptions & { type?: ValueHint } = {}) =>
  optional(Value, options, { control: "value", type: options.type ?? "any" });

export const requiredTextField = () =>
  required(
    z
      .string()
      .max(2_000)
      .refine((text) => text.trim() !== "", { params: MISSING }),
    {
      control: "text",
      multiline: false,
    },
  );

export const textField = (options: FieldOptions & { multiline?: boolean } = {}) =>
  optional(z.string().max(2_000), options, { control: "text", multiline: options.multiline ?? false });

/** The name other programs call an automation by. */
export const apiNameField = () => required(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/), { control: "api-name" });

export const moduleField = () => required(z.string().min(1).max(120), { control: "module" });

export const recordFieldsField = (of: string) =>
  field(z.record(z.string().min(1).max(120), Value).default({}), {}, { control: "record-fields", of });

export const functionField = () => required(z.string().min(1).max(120), { control: "function" });

export const argumentsField = (of: string) =>
  field(z.record(PropertyName, Value).default({}), {}, { control: "arguments", of });

export const connectionField = (options: FieldOptions = {}) =>
  optional(z.string().min(1).max(120), options, { control: "connection" });

export const actionField = (of: string, options: FieldOptions = {}) =>
  optional(z.string().min(1).max(120), options, { control: "action", of });

export const actionInputsField = (of: string, options: FieldOptions = {}) =>
  field(z.record(z.string().min(1).max(120), Value).default({}), options, { control: "action-inputs", of });

export const branchesField = () => required(z.array(Branch).min(1).max(50), { control: "branches" });

export const codeField = () => required(z.string().min(1).max(100_000), { control: "code" });

export const choiceField = <const T extends readonly [string, ...string[]]>(
  options: T,
  initial: T[number],
  at: FieldOptions = {},
) => field(z.enum(options).default(initial as never), at, { control: "choice", options });

export const switchField = (options: FieldOptions = {}) =>
  field(z.boolean().default(false), options, { control: "switch" });

export const parametersField = () => field(z.array(Parameter).max(50).default([]), {}, { control: "parameters" });

export const namedValuesField = (options: FieldOptions = {}) =>
  field(z.array(NamedValue).max(100).default([]), options, { control: "named-values" });

/** Names that need not be identifiers, such as headers, with values. */
export const pairsField = (options: FieldOptions = {}) =>
  field(
    z
      .array(z.strictObject({ name: PairName, value: Value }))
      .max(100)
      .default([]),
    options,
    { control: "pairs" },
  );

/** True for a value nobody filled in. */
export function isBlank(value: HeldValue): boolean {
  if (value.kind === "literal") return value.value === null || value.value === "";
  if (value.kind === "expression") return value.code.trim() === "";
  return value.parts.every((part) => typeof part === "string" && part === "");
}

const required = <T extends z.ZodType>(schema: T, control: Control): T => field(schema, {}, control, true);

const optional = <T extends z.ZodType>(schema: T, options: FieldOptions, control: Control) =>
  field(schema.optional(), options, control);

function field<T extends z.ZodType>(
  schema: T,
  { more = false, showWhen }: FieldOptions,
  control: Control,
  required = false,
): T {
  controls.add(schema, { required, more, showWhen, ...control });
  return schema;
}
