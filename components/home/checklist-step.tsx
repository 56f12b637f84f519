import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

/** One step of a checklist: a link to where it is done. */
export function ChecklistStep({ number, href, done, next, title, text }: ChecklistStepProps) {
  const t = useTranslations("home.firstRun");
  return (
    <li>
      <Link
        href={href}
        className={cn(
          "flex h-full gap-3 rounded-lg border border-border p-3 transition-colors hover:border-input hover:bg-accent/60",
          next && "border-primary/60 bg-primary/5 dark:bg-primary/10",
        )}
      >
        <span
          className={cn(
            "flex size-5 shrink-0 items-center justify-center rounded-full border border-input text-xs font-semibold text-muted-foreground",
            next && "border-primary bg-primary text-primary-foreground",
            done && "border-state-succeeded bg-state-succeeded text-card",
          )}
        >
          {done ? <Check aria-hidden className="size-3" strokeWidth={3} /> : number}
        </span>
        <span className="min-w-0">
          <span className="block text-[0.8125rem] font-medium">
            {title}
            {done && <span className="sr-only"> ({t("done")})</span>}
          </span>
          <span className="mt-0.5 block text-xs text-muted-foreground">{text}</span>
        </span>
      </Link>
    </li>
  );
}

interface ChecklistStepProps {
  number: number;
  href: string;
  done: boolean;
  /** The first one that is not done. */
  next: boolean;
  title: string;
  text: string;
}
