import { FunctionPage } from "@/components/functions/function-page";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <FunctionPage id={(await params).id} />;
}
