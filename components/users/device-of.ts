/**
 * Browser and system in words people know, from what the browser says of itself.
 *
 * @returns null when it says nothing we recognise
 */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0];
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0];
  return browser && system ? { browser, system } : null;
}

/** In this order: most browsers also claim to be the ones below them. */
const BROWSERS: [string, RegExp][] = [
  ["Edge", /Edg\//],
  ["Opera", /OPR\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /(Chrome|CriOS|Chromium)\//],
  ["Safari", /Safari\//],
];

const SYSTEMS: [string, RegExp][] = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
];
