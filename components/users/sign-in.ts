/** Why a sign-in was refused; `waitMinutes` after too many failures. */
export type SignInRefusal =
  | { reason: "wrong" | "unreachable" | "otherOrigin" | "unexpected" }
  | { reason: "tooMany"; waitMinutes: number };

/**
 * Signs in with e-mail and password; the session comes as a cookie.
 *
 * @returns null when signed in
 */
export async function signIn(credentials: { email: string; password: string }): Promise<SignInRefusal | null> {
  const answer = await fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(credentials),
  }).catch(() => null);
  if (!answer) return { reason: "unreachable" };
  if (answer.ok) return null;
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get("retry-after") ?? 60);
    return { reason: "tooMany", waitMinutes: Math.max(1, Math.ceil(seconds / 60)) };
  }
  // better-auth answers 400 for what is no e-mail address at all.
  if (answer.status === 401 || answer.status === 400) return { reason: "wrong" };
  return { reason: answer.status === 403 ? "otherOrigin" : "unexpected" };
}
