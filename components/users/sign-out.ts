/** Ends this browser's session and leaves for the sign-in page, dropping all that was loaded. */
export async function signOut(): Promise<void> {
  const answer = await fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (!answer.ok) throw new Error(`sign-out was answered with ${answer.status}`);
  window.location.assign("/sign-in");
}
