/**
 * Where to go after sign-in: only ever a page of this site.
 *
 * @param wish what the address says, which anyone can write
 */
export function safePath(wish: string | null): string {
  if (!wish?.startsWith("/")) return "/";
  const base = "http://millrace.invalid";
  if (!URL.canParse(wish, base)) return "/";
  const url = new URL(wish, base);
  if (url.origin !== base || url.pathname === "/sign-in" || url.pathname === "/set-up") return "/";
  return url.pathname + url.search + url.hash;
}
