import type { ReactNode } from "react";

/** One titled part of a settings-like page. */
export function SectionCard({ title, description, actions, children }: SectionCardProps) {
  return (
    <section className="rounded-xl border border-border bg-card shadow-card">
      <header className="flex items-start justify-between gap-3 px-5 py-4">
        <div className="min-w-0 flex-1">
          <h2 className="text-sm font-semibold">{title}</h2>
          {description && <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{description}</p>}
        </div>
        {actions}
      </header>
      {children && <div className="-mt-1 px-5 pb-5">{children}</div>}
    </section>
  );
}

interface SectionCardProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}
