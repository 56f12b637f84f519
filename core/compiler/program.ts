import type { Parameter } from "@/core/nodes/config-fields";
import type { CrmModule } from "@/core/records/field-types";
import type { Service } from "@/core/services/service";

/** The version of the contract between compiled code and the sandbox's prelude; a program names the one it needs. */
export const RUNTIME_ABI = 2;

/** The oldest version of the contract whose programs still run. */
export const OLDEST_ABI = 1;

/** What the compiler knows of the workspace. Plain data, so the browser and the server compile alike. */
export interface CompileContext {
  modules: CrmModule[];
  functions: FunctionInterface[];
  connections: ConnectionInterface[];
  services: readonly Service[];
  /** Automations that can be run by others; none unless given. */
  automations?: AutomationInterface[];
  /** None unless given. */
  variables?: VariableInterface[];
}

/** An automation that another one can run. */
export interface AutomationInterface {
  name: string;
  /** What its start asks for. */
  parameters: readonly Parameter[];
}

export interface VariableInterface {
  /** The name in code: `variables.shopUrl`. */
  name: string;
  kind: "plain" | "secret";
}

export interface FunctionInterface {
  name: string;
  /** The function's version number that this source is; 0 while it was never published, and so cannot be called yet. */
  version: number;
  /** TypeScript: one exported function of this name, with local declarations beside it. */
  source: string;
  description: string;
  signature: FunctionSignature;
}

export interface FunctionSignature {
  parameters: { name: string; type: string; optional: boolean }[];
  /** Without `Promise<>` and self-contained: as declared, else read off what is returned, else "unknown". */
  returnType: string;
}

export interface ConnectionInterface {
  /** The name in code: "mailing_list". */
  linkName: string;
  name: string;
  serviceKey: string | null;
}

/** Says which node (and which line of whose code) a line of the compiled module belongs to. Lines count from 1. */
export interface LineSpan {
  from: number;
  to: number;
  nodeId: string | null;
  /** `code`: the user's code of that node; `function`: the source of a function; `config`: a setting. */
  part: "code" | "function" | "config";
  /** The function's name, for part `function`. */
  functionName?: string;
  /** The line of the user's own text that `from` is, for `code` and `function`. */
  userLine?: number;
  /** The config field, where the span is one field's. */
  field?: string;
  /** For a field: where it begins in line `from` and ends in line `to`, from 0; several may share a line. */
  fromColumn?: number;
  toColumn?: number;
}

/** A compiled automation: whole, so nothing is compiled when it runs. */
export interface Program {
  abi: number;
  /** The readable module people see and download. */
  typescript: string;
  /** What the sandbox runs: the same lines, without types, with the statement counter. */
  javascript: string;
  lineMap: LineSpan[];
  /** The function versions inside. */
  functions: { name: string; version: number }[];
}
