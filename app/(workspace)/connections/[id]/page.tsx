import { ConnectionPage } from "@/components/connections/connection-page";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ConnectionPage id={(await params).id} />;
}
