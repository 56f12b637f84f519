import type { NodeType } from "@/core/nodes/node-type";
import { api } from "@/core/nodes/types/api";
import { automationCall } from "@/core/nodes/types/automation-call";
import { breakNode } from "@/core/nodes/types/break";
import { button } from "@/core/nodes/types/button";
import { code } from "@/core/nodes/types/code";
import { condition } from "@/core/nodes/types/condition";
import { connection } from "@/core/nodes/types/connection";
import { continueNode } from "@/core/nodes/types/continue";
import { email } from "@/core/nodes/types/email";
import { forEach } from "@/core/nodes/types/for-each";
import { functionNode } from "@/core/nodes/types/function";
import { log } from "@/core/nodes/types/log";
import { manual } from "@/core/nodes/types/manual";
import { recordCreate } from "@/core/nodes/types/record-create";
import { recordDelete } from "@/core/nodes/types/record-delete";
import { recordGet } from "@/core/nodes/types/record-get";
import { recordSearch } from "@/core/nodes/types/record-search";
import { recordUpdate } from "@/core/nodes/types/record-update";
import { recordUpsert } from "@/core/nodes/types/record-upsert";
import { relatedList } from "@/core/nodes/types/related-list";
import { returnNode } from "@/core/nodes/types/return";
import { schedule } from "@/core/nodes/types/schedule";
import { set } from "@/core/nodes/types/set";
import { stop } from "@/core/nodes/types/stop";
import { switchNode } from "@/core/nodes/types/switch";
import { textNode } from "@/core/nodes/types/text";
import { transform } from "@/core/nodes/types/transform";
import { wait } from "@/core/nodes/types/wait";
import { webhook } from "@/core/nodes/types/webhook";
import { workflow } from "@/core/nodes/types/workflow";

/** Every kind of node, in the palette's order within its category. */
export const NODE_TYPES: readonly NodeType[] = [
  workflow,
  button,
  relatedList,
  schedule,
  api,
  webhook,
  manual,
  connection,
  functionNode,
  recordGet,
  recordSearch,
  recordCreate,
  recordUpdate,
  recordUpsert,
  recordDelete,
  condition,
  switchNode,
  forEach,
  continueNode,
  breakNode,
  set,
  textNode,
  transform,
  code,
  wait,
  email,
  log,
  returnNode,
  stop,
  automationCall,
];

const BY_TYPE: ReadonlyMap<string, NodeType> = new Map(NODE_TYPES.map((type) => [type.type, type]));

/** @returns what is known of this kind of node, if it exists */
export const findNodeType = (type: string): NodeType | undefined => BY_TYPE.get(type);
