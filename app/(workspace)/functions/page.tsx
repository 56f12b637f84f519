import { FunctionsPage } from "@/components/functions/functions-page";

export default FunctionsPage;
