import type { Metadata } from "next";
import { VariablesPage } from "@/components/variables/variables-page";
import { en } from "@/messages/en";

export const metadata: Metadata = { title: en.variables.title };

export default VariablesPage;
