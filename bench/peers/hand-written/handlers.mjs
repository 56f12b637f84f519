import http from "node:http";

/**
 * The workloads as plain code. Each gives its output and what it did: the input and output of each step, as the product
 * keeps them.
 */
export const HANDLERS = {
  echo(body) {
    const { steps, step } = recorder(body);
    step("end", null, body);
    return { output: body, steps };
  },

  transform10(order) {
    const { steps, step } = recorder(order);
    const sums = step("n1", null, { total: order.amount * order.qty });
    const upperName = step("n2", { order }, order.name.toUpperCase());
    const mail = step("n3", null, { domain: order.email.split("@")[1] });
    let rank;
    if (step("n4", null, sums.total > 100 ? "yes" : "otherwise") === "yes") rank = step("n5", null, { tier: "gold" });
    const tagCount = step("n6", { order }, order.tags.length);
    const cut = step("n7", null, { discount: rank?.tier === "gold" ? 0.1 : 0 });
    const net = step("n8", { sums, cut }, Math.round(sums.total * (1 - cut.discount) * 100) / 100);
    if (step("n9", null, net > 0 ? "yes" : "otherwise") !== "yes") return { output: null, steps };
    const picked = { id: order.id, name: upperName, domain: mail.domain, tier: rank?.tier, tagCount, net };
    step("n10", null, picked);
    step("end", null, picked);
    return { output: picked, steps };
  },

  async http(order, { stub }) {
    const { steps, step } = recorder(order);
    const query = step("n1", { order }, { id: order.id, q: order.qty });
    const url = `${stub}/rate?id=${query.id}`;
    const request = { method: "GET", url };
    const startedAt = Date.now();
    const answer = await get(url);
    const { body } = answer;
    const effects = [
      { nodeId: "n2", target: url, request, result: answer, startedAt, durationMs: Date.now() - startedAt },
    ];
    step("n2", request, body);
    if (step("n3", null, body.ok === true ? "yes" : "otherwise") !== "yes") return { output: null, steps, effects };
    const output = step("end", null, { id: query.id, rate: body.rate });
    return { output, steps, effects };
  },

  loop1k(order) {
    const { steps, step } = recorder(order);
    const rows = step(
      "n1",
      { order },
      Array.from({ length: 1000 }, (_, i) => ({ i, v: i * order.amount })),
    );
    const rounds = [];
    const each = rows.map((item, index) => {
      const input = { each: { item, index } };
      const output = { i: item.i, v: item.v * 2 + 1 };
      rounds.push([String(index), index + 3, input, output, null, [], 1, null, 0, 0]);
      return output;
    });
    step("n2", { items: rows.length, atOnce: 1 }, each);
    steps.push({
      ...steps[0],
      nodeId: "n3",
      path: "0",
      ordinal: 3,
      input: null,
      output: null,
      rounds: JSON.stringify(rounds),
    });
    const output = step("n4", { each }, { count: each.length, sum: each.reduce((sum, row) => sum + row.v, 0) });
    step("end", null, output);
    return { output, steps };
  },

  "code-cpu"(order) {
    const { steps, step } = recorder(order);
    let x = order.id;
    for (let i = 0; i < 3_500_000; i++) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
    }
    const output = step("n1", { order }, { x: x >>> 0 });
    step("end", null, output);
    return { output, steps };
  },
};

function recorder(body) {
  const steps = [];
  const step = (nodeId, input, output) => {
    const handle = typeof output === "string" && (output === "yes" || output === "otherwise") ? output : null;
    const facts = { statements: 1, startedAt: Date.now(), durationMs: 0 };
    steps.push({ nodeId, ordinal: steps.length, input, output, handle, ...facts });
    return output;
  };
  step("start", null, body);
  return { steps, step };
}

const agent = new http.Agent({ keepAlive: true });

function get(url) {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode, headers: response.headers, body: JSON.parse(text) }),
        );
        response.on("error", reject);
      })
      .on("error", reject);
  });
}
