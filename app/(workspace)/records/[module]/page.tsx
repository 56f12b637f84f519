import { RecordsPage } from "@/components/records/records-page";

export default async function Page({ params }: { params: Promise<{ module: string }> }) {
  const { module } = await params;
  return <RecordsPage module={decodeURIComponent(module)} />;
}
