import { useTranslations } from "next-intl";

/** @returns a function that says whether an automation is live. */
export function usePillText(): (pill: {
  state: "not-live" | "live" | "changed" | "paused";
  version: number | null;
}) => string {
  const t = useTranslations("editor.pill.states");
  return ({ state, version }) => t(state, { version: version ?? 0 });
}
