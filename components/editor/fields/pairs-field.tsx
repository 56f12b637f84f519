"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { NamedValuesField } from "@/components/editor/fields/named-values-field";

/** Names that need not be identifiers, such as headers, each with its value. */
export const PairsField = ({ path, label, help }: ConfigFieldProps<"pairs">) => (
  <NamedValuesField help={help} label={label} path={path} />
);
