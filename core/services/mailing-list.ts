import type { Service } from "@/core/services/service";

/** The demo's mailing list: a small HTTP API the demo runs on loopback. Its base URL comes from the connection. */
export const mailingList: Service = {
  key: "mailing-list",
  name: "Mailing list",
  icon: "mails",
  baseUrl: "",
  auth: { kind: "api-key", placement: "header", parameter: "Authorization", prefix: "Bearer " },
  keyed: true,
  testPath: "/members",
  actions: [
    {
      key: "add-member",
      name: "Add a member",
      method: "POST",
      path: "/members",
      inputs: [
        { key: "email", label: "E-mail", type: "email", required: true, in: "body" },
        { key: "firstName", label: "First name", type: "text", required: false, in: "body" },
        { key: "lastName", label: "Last name", type: "text", required: false, in: "body" },
      ],
      outputType: "{ id: string; email: string; firstName: string; lastName: string; status: string }",
    },
    {
      key: "list-campaigns",
      name: "List a member's campaigns",
      method: "GET",
      path: "/campaigns",
      inputs: [{ key: "email", label: "E-mail", type: "email", required: true, in: "query" }],
      outputType: "{ campaigns: { id: string; name: string; sentOn: string; opened: boolean }[] }",
    },
  ],
};
