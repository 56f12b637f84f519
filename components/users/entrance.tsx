import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { EntrancePicture } from "@/components/users/entrance-picture";

/** The frame of the pages one sees before being signed in: a form, and beside it what Millrace is. */
export function Entrance({ title, description, footer, children }: EntranceProps) {
  return (
    <div className="grid min-h-screen lg:grid-cols-[minmax(26rem,1fr)_1.2fr]">
      <main className="flex flex-col px-8 py-8 lg:px-14">
        <Logo />
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {description && <p className="mt-1.5 text-sm text-muted-foreground">{description}</p>}
          <div className="mt-6">{children}</div>
        </div>
        {footer && <p className="text-xs text-muted-foreground">{footer}</p>}
      </main>
      <EntrancePicture />
    </div>
  );
}

interface EntranceProps {
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}
