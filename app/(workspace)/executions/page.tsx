import type { Metadata } from "next";
import { ExecutionsPage } from "@/components/executions/list/executions-page";

export const metadata: Metadata = { title: "Runs" };

export default function Page() {
  return <ExecutionsPage />;
}
