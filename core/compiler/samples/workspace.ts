import type { CompileContext } from "@/core/compiler/program";
import { STANDARD_MODULES } from "@/core/records/standard-modules";
import { SERVICES } from "@/core/services/catalogue";

/** The workspace the samples are compiled in. */
export const sampleWorkspace: CompileContext = {
  modules: [...STANDARD_MODULES],
  functions: [
    {
      name: "buildSubscriber",
      version: 3,
      description: "A subscriber from a person's names and address",
      source: `interface Subscriber {
  email: string;
  firstName: string;
  lastName: string;
}

const tidy = (text: string | null): string => (text ?? "").trim();

/** Refuses an address without an @. */
export function buildSubscriber(email: string | null, firstName: string | null, lastName: string): Subscriber {
  const address = tidy(email).toLowerCase();
  if (!address.includes("@")) throw new Error(\`"\${address}" is not an address\`);
  return { email: address, firstName: tidy(firstName), lastName: tidy(lastName) };
}
`,
      signature: {
        parameters: [
          { name: "email", type: "string | null", optional: false },
          { name: "firstName", type: "string | null", optional: false },
          { name: "lastName", type: "string", optional: false },
        ],
        returnType: "{ email: string; firstName: string; lastName: string }",
      },
    },
  ],
  connections: [
    { linkName: "mailing_list", name: "Mailing list", serviceKey: "mailing-list" },
    { linkName: "billing", name: "Billing", serviceKey: null },
  ],
  services: SERVICES,
};
