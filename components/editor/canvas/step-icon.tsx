import { createElement } from "react";
import { stepIcons } from "@/components/editor/canvas/step-icons";
import type { Category } from "@/core/nodes/node-type";

const TILE: Record<Category, string> = {
  start: "bg-category-start/12 text-category-start",
  records: "bg-category-records/12 text-category-records",
  functions: "bg-category-functions/12 text-category-functions",
  services: "bg-category-services/12 text-category-services",
  decide: "bg-category-decide/12 text-category-decide",
  shape: "bg-category-shape/12 text-category-shape",
  wait: "bg-category-wait/12 text-category-wait",
  tell: "bg-category-tell/12 text-category-tell",
  finish: "bg-category-finish/12 text-category-finish",
};

const SIZE = {
  small: "size-6 rounded-md [&>svg]:size-3.5",
  large: "size-10 rounded-lg [&>svg]:size-5",
} as const;

/** A step's icon on a tile in the colour of its category. */
export const StepIcon = ({
  icon,
  category,
  size = "large",
}: {
  icon: string;
  category: Category;
  size?: keyof typeof SIZE;
}) => (
  <span aria-hidden className={`flex shrink-0 items-center justify-center ${SIZE[size]} ${TILE[category]}`}>
    {createElement(stepIcons[icon] ?? stepIcons.box!, { strokeWidth: 1.75 })}
  </span>
);
