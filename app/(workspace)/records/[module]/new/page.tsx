import { NewRecordPage } from "@/components/records/new-record-page";

export default async function Page({ params }: { params: Promise<{ module: string }> }) {
  const { module } = await params;
  return <NewRecordPage module={decodeURIComponent(module)} />;
}
