"use client";

import { Download, FileText } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { FileValue } from "@/core/compiler/abi";
import { filesIn } from "@/core/values/file-value";
import type { Json } from "@/core/values/json";

/** A value may hold thousands. */
const MOST = 20;

/** The files a value holds, each with its name, type and size, to be downloaded; nothing where it holds none. */
export function FileChips({ value, className }: { value: Json; className?: string }) {
  const t = useTranslations("ui.file");
  const files = filesIn(value, MOST);
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("list")} className={cn("flex flex-wrap gap-2", className)}>
      {files.map((file) => (
        <FileChip file={file} key={file.file} />
      ))}
    </ul>
  );
}

function FileChip({ file: { file, name, type, size } }: { file: FileValue }) {
  const t = useTranslations("ui.file");
  const sizeText = useFileSize()(size);
  return (
    <li className="flex max-w-full items-center gap-2 rounded-lg border border-border px-2.5 py-1.5 text-xs">
      <FileText aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="min-w-0">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="block truncate text-muted-foreground">
          {t("about", { type: type.split(";")[0] ?? "", size: sizeText })}
        </span>
      </span>
      <a
        aria-label={t("downloadNamed", { name })}
        className="ml-1 inline-flex shrink-0 items-center gap-1 rounded px-1 text-primary hover:underline dark:text-ring"
        download={name}
        href={`/files/${file}`}
      >
        <Download aria-hidden className="size-3.5" />
        {t("download")}
      </a>
    </li>
  );
}

const KILO = 1_024;

/** Sizes in the words of the reader's language. */
function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const [value, unit] =
      bytes < KILO
        ? [bytes, "byte"]
        : bytes < KILO * KILO
          ? [bytes / KILO, "kilobyte"]
          : [bytes / KILO / KILO, "megabyte"];
    return format.number(value, {
      style: "unit",
      unit,
      unitDisplay: bytes < KILO ? "long" : "short",
      maximumFractionDigits: 1,
    });
  };
}
