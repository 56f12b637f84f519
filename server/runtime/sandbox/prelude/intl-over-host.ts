import type { IntlPort } from "@/core/library/intl-port";

/** JSON text of a method's name and arguments in, JSON text of `{ value }` or `{ error }` out. */
type AskHost = (question: string) => string;

let askHost: AskHost;

/** Before the program is there: only what stands in this module can reach the host's function. */
export function connectIntl(ask: AskHost): void {
  askHost = ask;
}

/** Zones and languages, which the engine does not know, by questions to the process the world lives in. */
export const intlOverHost: IntlPort = {
  localZone: () => answer("localZone"),
  offset: (...given) => answer("offset", ...given),
  formatDate: (...given) => answer("formatDate", ...given),
  dateNames: (...given) => answer("dateNames", ...given),
  formatNumber: (...given) => answer("formatNumber", ...given),
  formatMoney: (...given) => answer("formatMoney", ...given),
  numberSigns: (...given) => answer("numberSigns", ...given),
  currencyDigits: (...given) => answer("currencyDigits", ...given),
  compare: (...given) => answer("compare", ...given),
};

function answer<T>(method: keyof IntlPort, ...given: unknown[]): T {
  const { value, error } = JSON.parse(askHost(JSON.stringify([method, ...given]))) as { value: T; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}
