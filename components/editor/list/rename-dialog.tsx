"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";

interface RenameDialogProps {
  id: string;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Gives an automation another name. */
export function RenameDialog({ id, name, open, onOpenChange }: RenameDialogProps) {
  const t = useTranslations("editor.list");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const formId = useId();
  const [text, setText] = useState(name);
  const rename = useMutation(
    trpc.automations.rename.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.automations.pathKey() });
        onOpenChange(false);
      },
    }),
  );
  return (
    <Dialog
      footer={
        <Button disabled={!text.trim()} form={formId} loading={rename.isPending} type="submit" variant="primary">
          {t("rename")}
        </Button>
      }
      onOpenChange={onOpenChange}
      open={open}
      size="sm"
      title={t("renameTitle")}
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate({ id, name: text.trim() });
        }}
      >
        <FormField error={rename.error ? sentence(rename.error) : undefined} label={t("name")}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={120}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
          )}
        </FormField>
      </form>
    </Dialog>
  );
}
