"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";

/** Makes a key and shows it once. */
export function NewKeyDialog({ automationId, open, onOpenChange, onMade }: NewKeyDialogProps) {
  const t = useTranslations("apiKeys");
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const create = useMutation(trpc.apiKeys.create.mutationOptions({ onSuccess: onMade }));
  const [name, setName] = useState("");
  const close = () => {
    onOpenChange(false);
    create.reset();
    setName("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ automationId, name });
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={create.data ? t("madeTitle") : t("newKey")}
      description={create.data ? t("madeText") : t("newKeyText")}
      size="md"
    >
      {create.data ? (
        <div className="flex flex-col gap-4">
          <CopyableId
            id={create.data.key}
            className="w-full justify-between rounded-md border border-border bg-muted px-2.5 py-2 break-all"
          />
          <Button variant="primary" className="self-end" onClick={close}>
            {t("done")}
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <FormField
            label={t("name")}
            hint={t("nameHint")}
            required
            error={create.error ? sentence(create.error) : undefined}
          >
            {(control) => (
              <Input {...control} value={name} onChange={(event) => setName(event.target.value)} maxLength={80} />
            )}
          </FormField>
          <Button
            type="submit"
            variant="primary"
            className="self-end"
            loading={create.isPending}
            disabled={!name.trim()}
          >
            {t("create")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

interface NewKeyDialogProps {
  automationId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade: () => unknown;
}
