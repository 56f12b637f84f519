import type { ReactNode } from "react";

/** One titled part of a settings-like page. */
export function SectionCard({ title, description, actions, children }: SectionCardProps) {
  return (
    <section className="rounded-xl border border-border bg-card shadow-card">
      <header className="flex flex-wrap items-start justify-between gap-3 px-5 pt-4 pb-3">
        <div className="min-w-0">
          <h2 className="text-sm font-semibold">{title}</h2>
          {description && <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{description}</p>}
        </div>
        {actions}
      </header>
      <div className="px-5 pb-5">{children}</div>
    </section>
  );
}

interface SectionCardProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}
