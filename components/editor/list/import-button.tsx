"use client";

import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { readDocumentText } from "@/components/editor/list/read-document-text";
import { printable } from "@/components/editor/store/printable";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Diagnostic } from "@/core/compiler/diagnostic";

/** Makes an automation from a file that was downloaded here or elsewhere; one that is none is refused with the reasons. */
export function ImportButton() {
  const t = useTranslations("editor.list");
  const words = useTranslations("diagnostics");
  const trpc = useTRPC();
  const router = useRouter();
  const sentence = useErrorSentence();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ file: string; reasons: Diagnostic[] } | null>(null);
  const create = useMutation(
    trpc.automations.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/automations/${id}`),
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  const read = async (file: File) => {
    const { document, diagnostics } = readDocumentText(await file.text());
    if (!document) setRefused({ file: file.name, reasons: diagnostics });
    else create.mutate({ name: document.name, document: JSON.parse(JSON.stringify(document)) });
  };
  return (
    <>
      <input
        accept=".json,application/json"
        aria-label={t("importFile")}
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void read(file);
          // The same file may be chosen again.
          event.target.value = "";
        }}
        ref={input}
        type="file"
      />
      <Button disabled={create.isPending} onClick={() => input.current?.click()}>
        <Upload />
        {t("import")}
      </Button>
      <Dialog
        onOpenChange={() => setRefused(null)}
        open={refused !== null}
        title={t("notImported", { file: refused?.file ?? "" })}
      >
        <ul className="list-disc space-y-1 pl-5 text-sm">
          {refused?.reasons.map((reason) => {
            const text = words(reason.code as never, printable(reason.params) as never);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      </Dialog>
    </>
  );
}
