/** `Wed, 25 Nov 2026 16:40:00 GMT`: what RFC 9110 has senders write, and all that is read here. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads how long a service asks us to wait: in seconds, or until a date.
 * @param now milliseconds since the epoch
 * @returns milliseconds; undefined where it says nothing that can be read
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1_000;
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
