import { RecordPage } from "@/components/records/record-page";

export default async function Page({ params }: { params: Promise<{ module: string; id: string }> }) {
  const { module, id } = await params;
  return <RecordPage module={decodeURIComponent(module)} id={decodeURIComponent(id)} />;
}
