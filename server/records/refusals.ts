import { AppError } from "@/core/execution/errors";
import type { CrmModule } from "@/core/records/field-types";
import type { RecordProblem } from "@/core/records/validate-record";
import type { RecordWrite } from "@/server/records/record-write";

// An execution ends with the codes of executions; a request is answered with the codes of requests.

/** @returns the error for data that does not fit: the first problem in its sentence, all of them in its details. */
export function invalidRecord(write: RecordWrite, problems: RecordProblem[]): AppError {
  const first = problems[0];
  return new AppError(
    write.origin.source === "automation" ? "RECORD_INVALID" : "INVALID_DATA",
    {
      module: write.module,
      field: first?.field ?? "",
      problem: first?.code ?? "",
      value: "",
      ...first?.params,
      hint: first?.params.hint || "none",
      more: Math.max(0, problems.length - 1),
    },
    { details: { problems: problems.map(({ field, code, params }) => ({ field, code, params })) } },
  );
}

/** @returns the error for a record that does not exist (any more). */
export function unknownRecord(write: Exclude<RecordWrite, { kind: "create" }>, crmModule: CrmModule): AppError {
  const id = String(write.id).slice(0, 100);
  if (write.origin.source === "automation") return new AppError("RECORD_NOT_FOUND", { module: crmModule.apiName, id });
  return new AppError("NOT_FOUND", { what: crmModule.singular.toLowerCase(), id });
}

/** @returns the error for a record type that does not exist (any more). */
export function unknownModule(write: RecordWrite): AppError {
  const module = write.module.slice(0, 100);
  if (write.origin.source === "automation")
    return new AppError("RECORD_NOT_FOUND", { module, id: "id" in write ? write.id : "" });
  return new AppError("NOT_FOUND", { what: "module", id: module });
}
