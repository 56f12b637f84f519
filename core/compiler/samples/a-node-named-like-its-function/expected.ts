// Same names
import type { Run } from "millrace";

export default async function sameNames(run: Run, trigger: { email: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Build subscriber
  const buildSubscriber = await run.function("buildSubscriber", () => ({
    email: input.email,
    firstName: null,
    lastName: "L",
  }), buildSubscriberFunction);

  // Answer
  return run.return("answer", () => buildSubscriber.email);
}

// Function buildSubscriber, version 3
const buildSubscriberFunction = (() => {
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
