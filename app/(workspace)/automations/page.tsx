import { AutomationsPage } from "@/components/editor/list/automations-page";

export default function Page() {
  return <AutomationsPage />;
}
