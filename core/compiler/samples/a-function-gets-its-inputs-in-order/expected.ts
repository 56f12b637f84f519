// Build
import type { Run } from "millrace";

export default async function build(run: Run, trigger: { email: string; name: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Build subscriber
  const subscriber = await run.function("subscriber", () => ({
    email: input.email,
    firstName: null,
    lastName: input.name,
  }), buildSubscriber);

  // Answer
  return run.return("answer", () => subscriber);
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
