import type { z } from "zod";
import { THEN } from "@/core/graph/document";
import type { NodeType } from "@/core/nodes/node-type";

type Definition<Shape extends z.ZodRawShape> = Partial<NodeType<Output<Shape>>> &
  Pick<NodeType<Output<Shape>>, "type" | "category" | "icon" | "describe" | "outputType" | "emit"> & {
    config: z.ZodObject<Shape, z.core.$strict>;
  };

type Output<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape, z.core.$strict>>;

/** Completes a node type with what most of them are: no trigger, one way out, no effect, no way to fail. */
export const defineNodeType = <Shape extends z.ZodRawShape>(
  definition: Definition<Shape>,
): NodeType<Output<Shape>> => ({
  isTrigger: false,
  canFail: false,
  initialConfig: () => ({}),
  handles: () => [{ id: THEN }],
  effects: () => [],
  ...definition,
});
