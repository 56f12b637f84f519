"use client";

import { useTranslations } from "next-intl";
import type { SignatureChange } from "@/core/compiler/signature-changes";

/** How the inputs and the result of a function change, in words. */
export function SignatureChangeList({ changes }: { changes: readonly SignatureChange[] }) {
  const t = useTranslations("functions.signatureChanges");
  if (changes.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("none")}</p>;
  return (
    <ul className="list-disc pl-5 text-[0.8125rem]">
      {changes.map(({ what, ...params }) => (
        <li key={`${what} ${"name" in params ? params.name : ""}`}>
          {t(what, { ...params, optional: "optional" in params ? String(params.optional) : "" } as never)}
        </li>
      ))}
    </ul>
  );
}
