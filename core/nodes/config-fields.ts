import { z } from "zod";
import {
  Branch,
  Case,
  Duration,
  ListOperation,
  NamedValue,
  PropertyName,
  RuleCondition,
  Schedule,
  SearchFilter,
  SearchSort,
} from "@/core/nodes/config-shapes";
import type { FieldType } from "@/core/records/field-types";
import { type Value as HeldValue, Value } from "@/core/values/value";

export { Branch } from "@/core/nodes/config-shapes";

/** The form control of one config field, made by the inspector without knowing the node's type. */
export type FieldControl = { required: boolean; more: boolean; showWhen?: ShowWhen } & Control;

/** The field is asked for only while another field holds this. */
interface ShowWhen {
  field: string;
  equals: string | readonly string[];
}

/** What a value field expects; only a hint, since any formula may stand there. */
export type ValueHint = "any" | "text" | "long-text" | "number" | "yes-no" | "record-id" | "url" | "json" | "list";

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
  | { control: "pairs" }
  /** The ways out of a choice, each with the value it is taken for. */
  | { control: "cases" }
  /** A field of the module chosen in field `of`; only those of these types, if any are named. */
  | { control: "field-name"; of: string; types?: readonly FieldType[] }
  /** Several of them. */
  | { control: "field-names"; of: string }
  /** Conditions on fields of the module chosen in field `of`, all of which must hold. */
  | { control: "filters"; of: string }
  | { control: "sort"; of: string }
  /** Changes of a list, one after the other. */
  | { control: "operations" }
  | { control: "duration" }
  | { control: "schedule" }
  /** The condition rows of a workflow rule on the module chosen in field `of`. */
  | { control: "conditions"; of: string }
  | { control: "number"; min: number; max: number }
  /** An automation that is started by hand or by a call. */
  | { control: "automation" }
  /** Values by name, for the inputs of the automation chosen in field `of`. */
  | { control: "automation-inputs"; of: string };

interface FieldOptions {
  /** True: below "More" in the form. */
  more?: boolean;
  showWhen?: ShowWhen;
}

const controls = z.registry<FieldControl>();

/** Marks a rule whose breach means that a setting was not filled in. */
const MISSING = { missing: true };

/** A query parameter or header. */
const PairName = z.string().min(1).max(200);

/** One input of an automation that is called or run by hand. */
export const Parameter = z.strictObject({
  name: PropertyName,
  type: z.enum(["text", "number", "yes-no", "date", "date-time", "list", "object", "any"]),
  required: z.boolean().default(false),
  default: z.json().optional(),
});
export type Parameter = z.infer<typeof Parameter>;

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

export const casesField = () => required(z.array(Case).min(1).max(50), { control: "cases" });

export const fieldNameField = (of: string, types?: readonly FieldType[], options: FieldOptions = {}) =>
  optional(z.string().min(1).max(120), options, { control: "field-name", of, types });

export const requiredFieldNameField = (of: string) =>
  required(z.string().min(1).max(120), { control: "field-name", of });

export const fieldNamesField = (of: string, options: FieldOptions = {}) =>
  field(z.array(z.string().min(1).max(120)).max(200).default([]), options, { control: "field-names", of });

export const filtersField = (of: string) =>
  field(z.array(SearchFilter).max(20).default([]), {}, { control: "filters", of });

export const sortField = (of: string) => optional(SearchSort, {}, { control: "sort", of });

export const operationsField = () => required(z.array(ListOperation).min(1).max(30), { control: "operations" });

export const durationField = (options: FieldOptions = {}) => optional(Duration, options, { control: "duration" });

export const scheduleField = () => required(Schedule, { control: "schedule" });

export const conditionsField = (of: string) =>
  field(z.array(RuleCondition).max(20).default([]), {}, { control: "conditions", of });

/** A whole number with a smallest, a largest and a first value. */
export const numberField = (min: number, max: number, initial: number, options: FieldOptions = {}) =>
  field(z.number().int().min(min).max(max).default(initial), options, { control: "number", min, max });

export const automationField = () => required(z.string().min(1).max(120), { control: "automation" });

export const automationInputsField = (of: string) =>
  field(z.record(PropertyName, Value).default({}), {}, { control: "automation-inputs", of });

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
