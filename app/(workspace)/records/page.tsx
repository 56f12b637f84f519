import { FirstRecordType } from "@/components/shell/first-record-type";

export default FirstRecordType;
