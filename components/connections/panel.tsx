import { type ReactNode, useId } from "react";

interface PanelProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a connection's page. */
export function Panel({ title, description, actions, children }: PanelProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="rounded-lg border border-border bg-card shadow-card">
      <header className="flex min-h-11 items-center gap-3 border-b border-border/70 px-4 py-2">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="text-[0.8125rem] font-semibold">
            {title}
          </h2>
          {description && <p className="text-xs text-muted-foreground">{description}</p>}
        </div>
        {actions}
      </header>
      <div className="p-4">{children}</div>
    </section>
  );
}
