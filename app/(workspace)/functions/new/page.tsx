import { FunctionPage } from "@/components/functions/function-page";

export default function Page() {
  return <FunctionPage />;
}
