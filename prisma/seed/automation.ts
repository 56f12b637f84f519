import { type AutomationDocument, DOCUMENT_FORMAT, ERROR, SCHEMA_VERSION, THEN } from "@/core/graph/document";
import { expression, literal } from "@/core/values/value";
import type { DemoStep } from "@/prisma/seed/demo";
import type { Actor } from "@/server/app";
import { importDocument } from "@/server/automations/import-document";
import { listAutomations } from "@/server/automations/list-automations";
import { createFunction } from "@/server/functions/create-function";
import { listFunctionInterfaces } from "@/server/functions/list-function-interfaces";

/** Makes the demo's automation live, so that the first click after the start can be its button. */
export const seedAutomation: DemoStep = async (app, { workspaceId }) => {
  const owner = await app.db.membership.findFirst({
    where: { workspaceId, role: "builder" },
    select: { userId: true, user: { select: { name: true } } },
  });
  const actor: Actor = {
    workspaceId,
    userId: owner?.userId ?? null,
    name: owner?.user.name ?? "Demo",
    role: "administrator",
  };
  const functions = await listFunctionInterfaces(app, actor);
  if (!functions.some(({ name }) => name === "buildSubscriber")) {
    await createFunction(app, actor, {
      source: BUILD_SUBSCRIBER,
      description: "What the mailing list wants to know of a person.",
    });
  }
  const automations = await listAutomations(app, actor, {});
  const existing = automations.find(({ name }) => name === DOCUMENT.name);
  if (!existing || existing.pill.state === "not-live")
    await importDocument(app, actor, { document: DOCUMENT, publish: true });
};

const BUILD_SUBSCRIBER = `interface Subscriber {
  email: string;
  firstName: string;
  lastName: string;
}

/** Puts a person's data into the form the mailing list wants. */
export function buildSubscriber(email: string | null, firstName: string | null, lastName: string | null): Subscriber {
  const clean = (text: string | null) => (text ?? "").trim();
  return {
    email: clean(email).toLowerCase(),
    firstName: clean(firstName),
    lastName: clean(lastName),
  };
}
`;

const DOCUMENT: AutomationDocument = {
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "Add to mailing list",
  description: "A button on leads: adds the person to the mailing list and notes it on the lead.",
  nodes: [
    {
      id: "button",
      type: "button",
      name: "lead",
      label: "Button pressed",
      config: { module: "Leads", label: "Add to mailing list" },
    },
    {
      id: "subscriber",
      type: "function",
      name: "subscriber",
      label: "Build subscriber",
      config: {
        function: "buildSubscriber",
        arguments: {
          email: expression("lead.record.Email"),
          firstName: expression("lead.record.First_Name"),
          lastName: expression("lead.record.Last_Name"),
        },
      },
    },
    {
      id: "add",
      type: "connection",
      name: "member",
      label: "Add a member",
      config: {
        form: "action",
        connection: "mailing_list",
        action: "add-member",
        inputs: {
          email: expression("subscriber.email"),
          firstName: expression("subscriber.firstName"),
          lastName: expression("subscriber.lastName"),
        },
      },
    },
    {
      id: "mark",
      type: "record.update",
      name: "marked",
      label: "Mark as subscribed",
      config: {
        module: "Leads",
        id: expression("lead.record.id"),
        fields: { Mailing_Status: literal("Subscribed") },
      },
    },
    {
      id: "done",
      type: "return",
      name: "done",
      label: "Say it is done",
      config: {
        value: {
          kind: "template",
          parts: [
            { code: "lead.record.First_Name" },
            " ",
            { code: "lead.record.Last_Name" },
            " is on the mailing list.",
          ],
        },
      },
    },
    {
      id: "note",
      type: "log",
      name: "note",
      label: "Note why it failed",
      config: {
        level: "warn",
        message: {
          kind: "template",
          parts: ["The mailing list refused ", { code: "subscriber.email" }, ": ", { code: "member.error.message" }],
        },
      },
    },
    {
      id: "refused",
      type: "return",
      name: "refused",
      label: "Say it did not work",
      config: {
        value: {
          kind: "template",
          parts: [
            { code: "lead.record.First_Name" },
            " ",
            { code: "lead.record.Last_Name" },
            " could not be added: the mailing list did not accept “",
            { code: "subscriber.email" },
            "”.",
          ],
        },
      },
    },
  ],
  edges: [
    { from: "button", handle: THEN, to: "subscriber" },
    { from: "subscriber", handle: THEN, to: "add" },
    { from: "add", handle: THEN, to: "mark" },
    { from: "mark", handle: THEN, to: "done" },
    { from: "add", handle: ERROR, to: "note" },
    { from: "note", handle: THEN, to: "refused" },
  ],
  layout: {
    button: { x: 0, y: 96 },
    subscriber: { x: 304, y: 96 },
    add: { x: 608, y: 96 },
    mark: { x: 912, y: 96 },
    done: { x: 1216, y: 96 },
    note: { x: 912, y: 240 },
    refused: { x: 1216, y: 240 },
  },
};
