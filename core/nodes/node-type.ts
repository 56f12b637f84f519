import type { z } from "zod";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { CompileContext } from "@/core/compiler/program";
import type { EffectKind } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";
import type { Parameter } from "@/core/nodes/config-fields";
import type { StepCode } from "@/core/nodes/step-code";
import type { Json } from "@/core/values/json";

/** The palette's sections, in order; also the card's colour. */
export const CATEGORIES = [
  "start",
  "services",
  "functions",
  "records",
  "decide",
  "shape",
  "wait",
  "tell",
  "finish",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** One sentence as a message key (below `nodes.`) and its parameters: card, outline, history, publish dialog. */
export interface Sentence {
  key: string;
  params: Record<string, string | number>;
}

/** What a node does outside the automation, known before it runs. */
export interface PlannedEffect {
  kind: EffectKind;
  target: string;
  /** The sentence of the test dialog and the button's confirmation. */
  sentence: Sentence;
}

/** One line out of a node. Its text comes from `label` where the user wrote it, else from the message `nodes.handles.<id>`. */
export interface Handle {
  id: string;
  label?: string;
}

/** What a node type is told: the workspace and the node itself. */
export interface NodeContext extends CompileContext {
  node: GraphNode;
}

/** One condition of a trigger: the handle it is for, and a TypeScript expression; null holds always. */
export interface MatchCase {
  handle: string;
  label: string;
  test: string | null;
  field: string;
}

/** A change of records of one module, made or waited for. */
export interface RecordWrite {
  module: string | undefined;
  events: readonly ("created" | "edited" | "deleted")[];
  /** The fields it is about; for a trigger none means any. */
  fields: readonly string[];
}

/** The inside of a container. */
export interface NodeBody<Config> {
  /** The TypeScript type of what the container's name stands for inside its body. */
  innerType(config: Partial<Config>, context: NodeContext): string;
  /** The setting that is computed at the end of the body, over the names of its nodes. */
  resultField: string;
  /** Whether several runs of the body may be under way at once. */
  runsAtOnce(config: Partial<Config>): boolean;
}

/**
 * Everything the product knows of one kind of node. Each type declares its own answers; shared code never branches on a
 * type's name.
 *
 * @typeParam Config the parsed config
 */
export interface NodeType<Config = unknown> {
  type: string;
  category: Category;
  /** lucide icon name. */
  icon: string;
  /** True for the node an execution starts at. */
  isTrigger: boolean;
  /** Whether it may have an *if it fails* line: true for nodes that act or run code. */
  canFail: boolean;
  /** The schema of a complete config; its fields carry their form control (see `config-fields.ts`). */
  config: z.ZodObject<z.ZodRawShape, z.core.$strict> & z.ZodType<Config>;
  /** The config a new node starts with; may still miss required settings. */
  initialConfig(): Record<string, Json>;
  /** The ordinary ways out, in order (without the *if it fails* line). */
  handles(config: Partial<Config>): Handle[];
  /** The sentence under the label. Must cope with an incomplete config. */
  describe(config: Partial<Config>, context: NodeContext): Sentence;
  /** What it does outside the automation. Must cope with an incomplete config. */
  effects(config: Partial<Config>, context: NodeContext): PlannedEffect[];
  /** The TypeScript type of its output, as text; a trigger's is that of what starts it. */
  outputType(config: Partial<Config>, context: NodeContext): string;
  /** For a container of other nodes, such as a loop: how its body is told of, and what it gives. */
  body?: NodeBody<Config>;
  /** For a node that ends the round of a loop: it must stand in one. */
  endsRound?: "continue" | "break";
  /** Where the output holds the handle that was taken ("decision"); the output is the handle itself without. */
  handleIn?: string;
  /** For a node that does nothing but give its output: without a reader it is there for nothing. */
  onlyGives?: boolean;
  /** For a trigger that records start: which changes. */
  watches?(config: Partial<Config>): RecordWrite;
  /** For a node that writes records: which changes it makes. */
  writes?(config: Partial<Config>): RecordWrite;
  /** Names that formulas of this setting read besides those of earlier steps: `item` inside a list's change. */
  localNames?(path: string, node: GraphNode): readonly string[];
  /** For a trigger: what whoever starts it by hand or by a call must give; without it the trigger makes its own payload. */
  parameters?(config: Partial<Config>): readonly Parameter[];
  /** Findings beyond the schema's: unknown modules, functions, connections, settings that others make necessary. */
  check?(config: Config, context: NodeContext): Diagnostic[];
  /** For a trigger that asks something of what starts it: its conditions, in the order they are asked. */
  emitMatch?(config: Config, context: NodeContext): MatchCase[];
  /** Its call in the compiled module, as data; null for a trigger. Only called on a graph without errors. */
  emit(config: Config, context: NodeContext): StepCode | null;
}
