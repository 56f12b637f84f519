"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc";

/** Says which version of a function a step runs, in tests too, and whether its draft holds more. */
export function PublishedVersion({ name, version }: { name: string; version: number }) {
  const t = useTranslations("editor.fields");
  const trpc = useTRPC();
  const { data: functions } = useQuery(trpc.functions.list.queryOptions());
  const known = functions?.find((row) => row.name === name && row.pill.version === version);
  return (
    <p className="mt-1 text-muted-foreground text-xs">
      {version === 0 ? t("functionNotPublished") : t("functionVersion", { version })}{" "}
      {known?.pill.state === "changed" && <>{t("functionChanged")} </>}
      {known && (
        <Link className="underline underline-offset-4" href={`/functions/${known.id}`} target="_blank">
          {t("openFunction")}
        </Link>
      )}
    </p>
  );
}
