/** What the ledger runs: calls that may be made again with their key, a record written, rounds of a loop, an answer. */
export const keyedAutomation = (sinkPort: number) =>
  automation("Ledger: keyed", "ledger_keyed", {
    nodes: [
      call("first", `http://127.0.0.1:${sinkPort}/first`, "{ n: input.n }"),
      {
        ...{ id: "lead", type: "record.create", name: "lead", label: "Lead" },
        config: {
          module: "Leads",
          fields: { Last_Name: { kind: "expression", code: `${"`"}ledger \${input.n}${"`"}` } },
        },
      },
      {
        ...{ id: "rounds", type: "for-each", name: "rounds", label: "Rounds" },
        config: { items: expression("[0, 1, 2]"), collect: expression("each.body") },
      },
      { ...call("each", `http://127.0.0.1:${sinkPort}/each`, "{ n: input.n, round: rounds.item }"), parent: "rounds" },
      answer,
    ],
    edges: [
      then("start", "first"),
      then("first", "lead"),
      then("lead", "rounds"),
      { from: "rounds", handle: "each", to: "each" },
      then("rounds", "answer"),
    ],
  });

/** A call that nobody may make again: a crash in the middle of it is for a person to decide. */
export const plainAutomation = (sinkPort: number) =>
  automation("Ledger: plain", "ledger_plain", {
    nodes: [{ ...call("plain", `http://127.0.0.1:${sinkPort}/plain`, "{ n: input.n }"), policy: {} }, answer],
    edges: [then("start", "plain"), then("plain", "answer")],
  });

const expression = (code: string) => ({ kind: "expression", code });
const then = (from: string, to: string) => ({ from, handle: "then", to });
const answer = {
  ...{ id: "answer", type: "return", name: "answer", label: "Answer" },
  config: { value: expression("input.n") },
};

const call = (name: string, url: string, body: string) => ({
  ...{ id: name, type: "code", name, label: name },
  config: { code: `return await http.post(${JSON.stringify(url)}, ${body});` },
  policy: { afterCrash: "repeat" },
});

function automation(name: string, apiName: string, { nodes, edges }: { nodes: object[]; edges: object[] }) {
  const start = {
    ...{ id: "start", type: "api", name: "input", label: "Called" },
    config: { apiName, arguments: [{ name: "n", type: "number", required: true }] },
  };
  return { format: "millrace/automation", schemaVersion: 2, name, nodes: [start, ...nodes], edges };
}
