import type { CompileContext, FunctionInterface } from "@/core/compiler/program";
import { STANDARD_MODULES } from "@/core/records/standard-modules";
import { SERVICES } from "@/core/services/catalogue";

const NEXT_NUMBER = `let last = 0;

export type Step = number;

export function nextNumber(step: Step = 1) {
  last += step;
  return last;
}
`;

const LIST_PARTS = `export function listParts(first?: string, middle?: string, last?: string) {
  return [first ?? "-", middle ?? "-", last ?? "-"];
}
`;

const LIST_PARTS_PARAMETERS = ["first", "middle", "last"].map((name) => ({ name, type: "string", optional: true }));

function plainFunction(
  name: string,
  parameters: FunctionInterface["signature"]["parameters"],
  source: string,
): FunctionInterface {
  return { name, version: 1, description: "", source, signature: { parameters, returnType: "unknown" } };
}

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
    plainFunction("nextNumber", [{ name: "step", type: "number", optional: true }], NEXT_NUMBER),
    plainFunction("listParts", LIST_PARTS_PARAMETERS, LIST_PARTS),
    plainFunction("wrongExport", [], "export function somethingElse() {\n  return 1;\n}\n"),
    plainFunction("readsTooMuch", [], "export function readsTooMuch() {\n  return process.env;\n}\n"),
  ],
  connections: [
    { linkName: "mailing_list", name: "Mailing list", serviceKey: "mailing-list" },
    { linkName: "billing", name: "Billing", serviceKey: null },
  ],
  services: SERVICES,
  automations: [
    {
      name: "Write a bill",
      parameters: [
        { name: "order", type: "text", required: true },
        { name: "copies", type: "number", required: true, default: 1 },
      ],
    },
    { name: "Clean up", parameters: [] },
  ],
};
