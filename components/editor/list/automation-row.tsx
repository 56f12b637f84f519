"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { AutomationMenu } from "@/components/editor/list/automation-menu";
import { PILL_DOT } from "@/components/editor/list/pill-style";
import { usePillText } from "@/components/editor/list/use-pill-text";
import { useSentence } from "@/components/editor/store/use-sentence";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { StateGlyph } from "@/components/ui/state-glyph";
import { TableCell, TableRow } from "@/components/ui/table";
import type { AutomationRow as Automation } from "@/server/automations/list-automations";

/** One automation of the list. */
export function AutomationRow({ automation }: { automation: Automation }) {
  const t = useTranslations("editor.list");
  const router = useRouter();
  const sentence = useSentence();
  const pillText = usePillText();
  const { id, name, start, pill, health, owner } = automation;
  return (
    <TableRow onClick={() => router.push(`/automations/${id}`)}>
      <TableCell className="h-14 w-full max-w-0">
        <div className="flex items-center gap-3">
          <StepIcon category="start" icon={start?.icon ?? "workflow"} />
          <div className="min-w-0">
            <Link
              className="block truncate font-medium text-sm hover:underline"
              href={`/automations/${id}`}
              onClick={(event) => event.stopPropagation()}
            >
              {name}
            </Link>
            <div className="truncate text-muted-foreground text-xs">
              {start ? sentence(start.sentence) : t("noStart")}
            </div>
          </div>
        </div>
      </TableCell>
      <TableCell>
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <span aria-hidden className={cn("size-2 rounded-full", PILL_DOT[pill.state])} />
          {pillText(pill)}
        </span>
      </TableCell>
      <TableCell>
        {health.lastRun ? (
          <Link
            className="flex items-center gap-2 whitespace-nowrap text-muted-foreground"
            href={`/executions/${health.lastRun.id}`}
            onClick={(event) => event.stopPropagation()}
          >
            <StateGlyph state={health.lastRun.status} wordless />
            <RelativeTime at={health.lastRun.at} />
          </Link>
        ) : (
          <span className="text-muted-foreground">{t("neverRun")}</span>
        )}
      </TableCell>
      <TableCell
        className={cn(
          "whitespace-nowrap tabular-nums",
          health.failures7d > 0 ? "text-state-failed" : "text-muted-foreground",
        )}
      >
        {health.failures7d > 0 ? (
          <Link href={`/executions?status=failed&automation=${id}`} onClick={(event) => event.stopPropagation()}>
            {t("failed", { count: health.failures7d })}
          </Link>
        ) : (
          t("none")
        )}
      </TableCell>
      <TableCell className="max-w-40 truncate text-muted-foreground">{owner.name}</TableCell>
      <TableCell className="w-12 text-right">
        <AutomationMenu automation={automation} />
      </TableCell>
    </TableRow>
  );
}
