import type { ComboboxOption } from "@/components/ui/combobox";

/** @returns every time zone this browser knows, with the browser's own among them. */
export function timeZones(): ComboboxOption[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([...Intl.supportedValuesOf("timeZone"), own, "UTC"])]
    .sort()
    .map((value) => ({ value, label: value.replaceAll("_", " ") }));
}
