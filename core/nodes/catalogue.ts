import type { NodeType } from "@/core/nodes/node-type";
import { api } from "@/core/nodes/types/api";
import { button } from "@/core/nodes/types/button";
import { code } from "@/core/nodes/types/code";
import { condition } from "@/core/nodes/types/condition";
import { connection } from "@/core/nodes/types/connection";
import { functionNode } from "@/core/nodes/types/function";
import { log } from "@/core/nodes/types/log";
import { manual } from "@/core/nodes/types/manual";
import { recordCreate } from "@/core/nodes/types/record-create";
import { recordGet } from "@/core/nodes/types/record-get";
import { recordUpdate } from "@/core/nodes/types/record-update";
import { returnNode } from "@/core/nodes/types/return";
import { set } from "@/core/nodes/types/set";

/** Every kind of node, in the palette's order within its category. */
export const NODE_TYPES: readonly NodeType[] = [
  button,
  manual,
  api,
  connection,
  functionNode,
  recordGet,
  recordUpdate,
  recordCreate,
  condition,
  set,
  code,
  log,
  returnNode,
];

const BY_TYPE: ReadonlyMap<string, NodeType> = new Map(NODE_TYPES.map((type) => [type.type, type]));

/** @returns what is known of this kind of node, if it exists */
export const findNodeType = (type: string): NodeType | undefined => BY_TYPE.get(type);
