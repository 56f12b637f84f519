"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { FormField } from "@/components/ui/form-field";
import { SectionCard } from "@/components/ui/section-card";
import { Select } from "@/components/ui/select";
import { useIsMounted } from "@/components/ui/use-is-mounted";

/** Theme, and the language everything is shown in. */
export function AppearanceCard() {
  const t = useTranslations("users.account");
  const person = useTranslations("shell.person");
  const { theme = "system", setTheme } = useTheme();
  const mounted = useIsMounted();
  return (
    <SectionCard title={t("appearance")}>
      <div className="grid max-w-md grid-cols-2 gap-3">
        <FormField label={person("theme")}>
          {(control) => (
            <Select
              {...control}
              // The server does not know the browser's choice.
              value={mounted ? theme : null}
              onChange={setTheme}
              options={[
                { value: "light", label: person("light"), icon: <Sun aria-hidden /> },
                { value: "dark", label: person("dark"), icon: <Moon aria-hidden /> },
                { value: "system", label: person("system"), icon: <Monitor aria-hidden /> },
              ]}
            />
          )}
        </FormField>
        <div className="flex flex-col gap-1.5">
          <span className="flex min-h-5 items-center text-[0.8125rem] font-medium">{t("language")}</span>
          <span className="flex h-8 items-center text-sm text-muted-foreground">{t("english")}</span>
        </div>
      </div>
    </SectionCard>
  );
}
