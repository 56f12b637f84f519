// Bad address
import type { Run } from "millrace";

export default async function badAddress(run: Run, trigger: { email: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Build subscriber
  const subscriber = await run.attempt(() => run.function("subscriber", () => ({
    email: input.email,
    firstName: null,
    lastName: "Byron",
  }), buildSubscriber));
  if (run.failed(subscriber)) {
    // Say sorry
    return run.return("sorry", () => subscriber.error.message);
  }

  // Answer
  return run.return("answer", () => subscriber.email);
}

// Function buildSubscriber, version 3
const buildSubscriber = (() => {
interface Subscriber {
  email: string;
  firstName: string;
  lastName: string;
}

const tidy = (text: string | null): string => (text ?? "").trim();

/** Refuses an address without an @. */
function buildSubscriber(email: string | null, firstName: string | null, lastName: string): Subscriber {
  const address = tidy(email).toLowerCase();
  if (!address.includes("@")) throw new Error(`"${address}" is not an address`);
  return { email: address, firstName: tidy(firstName), lastName: tidy(lastName) };
}

return buildSubscriber;
})();
