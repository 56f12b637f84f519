import type { ConformanceCase } from "@/server/runtime/sandbox/conformance.cases";

/** A loop over a list, whose rounds run the given lines from line 3 on; then its output is the answer. */
const loop = (items: string, lines: string, { atOnce = 1 } = {}) =>
  `const out = await run.forEach("loop", ($s) => ({ items: ${items}, atOnce: ${atOnce} }), async (run, loop) => {
${lines}
});
return run.return("end", ($s) => out);`;

const nobody = { code: "RECORD_NOT_FOUND", params: {}, message: "nobody" } as const;

export const LOOP_CASES: ConformanceCase[] = [
  {
    name: "a loop over nothing gives nothing",
    body: loop("[]", `await run.set("a", ($s) => 1); return ($s) => 1;`),
    expected: { output: [] },
    steps: ["loop succeeded", "end succeeded"],
  },
  {
    name: "each round gives what its collected value is, in the order of the items",
    body: loop(`["x", "y"]`, `const a = await run.set("a", ($s) => loop.item + loop.index); return ($s) => [a];`),
    expected: { output: [["x0"], ["y1"]] },
    steps: ["a 0 succeeded", "a 1 succeeded", "loop succeeded", "end succeeded"],
  },
  {
    name: "a round without a collected value gives null",
    body: loop("[1, 2]", `await run.set("a", ($s) => loop.item);`),
    expected: { output: [null, null] },
  },
  {
    name: "what is no list fails the loop",
    body: loop(`"abc"`, ""),
    expected: { code: "NOT_A_LIST", nodeId: "node-loop" },
    steps: ["loop failed"],
  },
  { name: "nothing is no list", body: loop("undefined", ""), expected: { code: "NOT_A_LIST", nodeId: "node-loop" } },
  { name: "null is no list", body: loop("null", ""), expected: { code: "NOT_A_LIST", nodeId: "node-loop" } },
  {
    name: "a list that cannot be worked out is a failure a line can deal with",
    body: `const out = await run.attempt(() => run.forEach("loop", ($s) => ({ items: trigger.no.list }), async (run, loop) => {}));
return run.return("end", ($s) => [run.failed(out), out.error.code]);`,
    expected: { output: [true, "FORMULA_FAILED"] },
    steps: ["loop failed, handled", "end succeeded"],
  },
  {
    name: "items cannot be changed by a round",
    body: loop("[{ n: 1 }]", `await run.code("a", ($s) => loop.item, ($s) => (item) => { item.n = 2; });`),
    expected: { code: "CODE_THREW", nodeId: "node-a" },
  },
  {
    name: "loops in loops know every round around them",
    body: loop(
      "[1, 2]",
      `const inner = await run.forEach("inner", ($s) => ({ items: ["x", "y"] }), async (run, inner) => {
  const a = await run.set("a", ($s) => inner.item + loop.item);
  return ($s) => a;
});
return ($s) => inner;`,
    ),
    expected: {
      output: [
        ["x1", "y1"],
        ["x2", "y2"],
      ],
    },
    steps: [
      ...["a 0.0 succeeded", "a 0.1 succeeded", "a 1.0 succeeded", "a 1.1 succeeded"],
      ...["inner 0 succeeded", "inner 1 succeeded"],
      ...["loop succeeded", "end succeeded"],
    ],
  },
  {
    name: "every round has randomness of its own",
    body: `const out = await run.forEach("loop", ($s) => ({ items: [1, 2] }), async (run, loop) => {
  const a = await run.set("a", ($s) => Math.random());
  return ($s) => a;
});
return run.return("end", ($s) => out[0] === out[1]);`,
    expected: { output: false },
  },
  {
    name: "a failure in a round fails the loop with the step it happened in, and no round starts after it",
    body: loop(
      "[1, 2, 3]",
      `await run.code("a", ($s) => loop.item, ($s) => (n) => { if (n === 2) throw new Error("two"); });`,
    ),
    expected: { code: "CODE_THREW", nodeId: "node-a", message: "two" },
    steps: ["a 0 succeeded", "a 1 failed", "loop failed"],
  },
  {
    name: "a loop's line deals with what failed in a round",
    body: `const out = await run.attempt(() => run.forEach("loop", ($s) => ({ items: [1, 2] }), async (run, loop) => {
  await run.code("a", ($s) => loop.item, ($s) => (n) => { throw new Error("no " + n); });
}));
return run.return("end", ($s) => out.error);`,
    expected: { output: { code: "CODE_THREW", message: "no 1" } },
    steps: ["a 0 failed, handled", "loop failed, handled", "end succeeded"],
  },
  {
    name: "a line inside a round deals with its step, and the round goes on",
    body: loop(
      "[1, 2]",
      `const a = await run.attempt(() => run.code("a", ($s) => loop.item, ($s) => (n) => { if (n === 1) throw new Error("one"); return n; }));
return ($s) => run.failed(a) ? a.error.message : a;`,
    ),
    expected: { output: ["one", 2] },
    steps: ["a 1 succeeded", "a 0 failed, handled", "loop succeeded", "end succeeded"],
  },
  {
    name: "a failure goes from an inner loop to the line of an outer one",
    body: `const out = await run.attempt(() => run.forEach("loop", ($s) => ({ items: [1] }), async (run, loop) => {
  await run.forEach("inner", ($s) => ({ items: [1] }), async (run, inner) => {
    await run.code("a", ($s) => null, ($s) => () => { throw new Error("deep"); });
  });
}));
return run.return("end", ($s) => out.error.message);`,
    expected: { output: "deep" },
    steps: ["a 0.0 failed, handled", "inner 0 failed, handled", "loop failed, handled", "end succeeded"],
  },
  {
    name: "a collected value that cannot be worked out is the loop's failure",
    body: loop("[1]", "return ($s) => loop.item.no.name;"),
    expected: { code: "FORMULA_FAILED", nodeId: "node-loop" },
  },
  {
    name: "continue ends its round with a value",
    body: loop(
      "[1, 2, 3]",
      `if (loop.item === 2) return run.continue("b", ($s) => "skipped");
await run.set("a", ($s) => loop.item); return ($s) => loop.item;`,
    ),
    expected: { output: [1, "skipped", 3] },
  },
  {
    name: "break ends the loop before its round",
    body: loop("[1, 2, 3]", `if (loop.item === 2) return run.break("b"); return ($s) => loop.item;`),
    expected: { output: [1] },
    steps: ["b 1 succeeded", "loop succeeded", "end succeeded"],
  },
  {
    name: "continue and break belong to the innermost loop",
    body: loop(
      "[1, 2]",
      `const inner = await run.forEach("inner", ($s) => ({ items: [1, 2, 3] }), async (run, inner) => {
  if (inner.item === 3) return run.break("b");
  if (inner.item === loop.item) return run.continue("c", ($s) => "same");
  return ($s) => inner.item;
});
return ($s) => inner;`,
    ),
    expected: {
      output: [
        ["same", 2],
        [1, "same"],
      ],
    },
  },
  {
    name: "continue in one branch of a round keeps the others from starting steps",
    body: loop(
      "[1]",
      `await run.parallel(
  async () => { await run.set("a", ($s) => 1); return run.continue("b", ($s) => "went on"); },
  async () => { await run.getRecord("c", ($s) => ({ module: "Leads", id: "1" })); await run.set("d", ($s) => 1); },
);
return ($s) => "never";`,
    ),
    expected: { output: ["went on"] },
    steps: ["a 0 succeeded", "b 0 succeeded", "c 0 succeeded", "loop succeeded", "end succeeded"],
  },
  {
    name: "break in one branch of a round awaits what runs in the others",
    body: loop(
      "[1, 2]",
      `await run.parallel(
  async () => { await run.set("a", ($s) => 1); return run.break("b"); },
  async () => { await run.getRecord("c", ($s) => ({ module: "Leads", id: "1" })); await run.set("d", ($s) => 1); },
);`,
    ),
    expected: { output: [] },
    steps: ["a 0 succeeded", "b 0 succeeded", "c 0 succeeded", "loop succeeded", "end succeeded"],
  },
  {
    name: "return in one branch of a round ends the execution",
    body: loop(
      "[1, 2]",
      `await run.parallel(
  async () => { await run.set("a", ($s) => 1); return run.return("b", ($s) => "answer"); },
  async () => { await run.getRecord("c", ($s) => ({ module: "Leads", id: "1" })); await run.set("d", ($s) => 1); },
);`,
    ),
    expected: { output: "answer" },
    steps: ["a 0 succeeded", "b 0 succeeded", "c 0 succeeded", "loop canceled"],
  },
  {
    name: "a round that ends takes the loop inside another of its branches with it",
    body: loop(
      "[1]",
      `await run.parallel(
  async () => {
    await run.forEach("inner", ($s) => ({ items: [1, 2] }), async (run, inner) => {
      await run.getRecord("c", ($s) => ({ module: "Leads", id: "1" }));
    });
    await run.set("d", ($s) => 1);
  },
  async () => run.continue("b", ($s) => "went on"),
);`,
    ),
    expected: { output: ["went on"] },
    steps: ["b 0 succeeded", "c 0.0 succeeded", "inner 0 canceled", "loop succeeded", "end succeeded"],
  },
  {
    name: "a wait that nobody needs any more is dropped",
    body: loop(
      "[1]",
      `await run.parallel(
  async () => { await run.wait("c", ($s) => ({ for: "time", ms: 1000 })); await run.set("d", ($s) => 1); },
  async () => run.continue("b", ($s) => "went on"),
);`,
    ),
    expected: { output: ["went on"] },
    steps: ["b 0 succeeded", "c 0 canceled", "loop succeeded", "end succeeded"],
  },
  {
    name: "a limit of the execution ends it from inside a loop with a line",
    limits: { statementsPerExecution: 4_000 },
    body: `const out = await run.attempt(() => run.forEach("loop", ($s) => ({ items: [1] }), async (run, loop) => {
  await run.code("a", ($s) => null, ($s) => () => { for (let i = 0; i < 5000; i++) $s.t(); });
}));
return run.return("end", ($s) => "went on");`,
    expected: { code: "EXECUTION_STATEMENT_LIMIT", nodeId: "node-a" },
  },
  {
    name: "stop ends the execution as failed, with its message",
    body: `return run.stop("a", ($s) => "No lead " + 7);`,
    expected: { code: "STOPPED", nodeId: "node-a", message: "No lead 7" },
    steps: ["a failed"],
  },
  {
    name: "stop in a round ends the execution, whatever line the loop has",
    body: `await run.attempt(() => run.forEach("loop", ($s) => ({ items: [1, 2] }), async (run, loop) => {
  await run.stop("a", ($s) => ({ code: 4 }));
}));
return run.return("end", ($s) => "went on");`,
    expected: { code: "STOPPED", nodeId: "node-a", message: '{"code":4}' },
    steps: ["a 0 failed", "loop canceled"],
  },
  {
    name: "ten thousand rounds reach the limit of steps",
    limits: { activeTimeMs: 60_000 },
    body: loop("Array.from({ length: 10000 }, (_, i) => i)", `await run.set("a", ($s) => loop.item);`),
    expected: { code: "STEP_LIMIT", nodeId: "node-a" },
  },
  {
    name: "ten thousand rounds that end at once need no deep stack",
    limits: { activeTimeMs: 60_000, steps: 20_000 },
    body: `const out = await run.forEach("loop", ($s) => ({ items: Array.from({ length: 10000 }) }), async (run, loop) => {
  return run.continue("a", ($s) => loop.index);
});
return run.return("end", ($s) => [out.length, out[9999]]);`,
    expected: { output: [10_000, 9_999] },
  },
  {
    name: "what the rounds give must fit into an output",
    limits: { outputBytes: 1_000 },
    body: loop("[1, 2, 3]", `return ($s) => "x".repeat(400);`),
    expected: { code: "OUTPUT_LIMIT", nodeId: "node-loop" },
  },
  {
    name: "each collected value has the statements of a call of its own",
    limits: { statementsPerCall: 10 },
    body: loop("[1, 2, 3]", "return ($s) => { for (let i = 0; i < 8; i++) $s.t(); return 1; };"),
    expected: { output: [1, 1, 1] },
  },
  {
    name: "a choice takes the first case that is the same value, and a text is no number",
    body: `const a = await run.match("a", ($s) => ({ value: 1, cases: { text: "1", number: 1, also: 1 } }));
const b = await run.match("b", ($s) => ({ value: undefined, cases: { zero: 0, nothing: null } }));
const c = await run.match("c", ($s) => ({ value: "x", cases: { y: "y" } }));
return run.return("end", ($s) => [a, b, c]);`,
    expected: { output: ["number", "nothing", "otherwise"] },
  },
  {
    name: "each kind of step asks for its effect with what its settings say",
    answer: ({ kind, request, policy }) => ({ ok: true, value: [kind, request, policy ?? null] }),
    body: `const out = [
  await run.findRecords("a", ($s) => ({ module: "Leads", first: true })),
  await run.upsertRecord("b", ($s) => ({ module: "Leads", match: "Email", data: { Email: "a@b.c" } }), { afterCrash: "repeat" }),
  await run.deleteRecord("c", ($s) => ({ module: "Leads", id: "1" })),
  await run.email("d", ($s) => ({ to: "a@b.c", subject: "On", text: new Date(0) })),
  await run.wait("inner", ($s) => ({ for: "date", date: new Date(0) })),
  await run.automation("loop", ($s) => ({ automation: "other", arguments: { n: 1 } })),
];
return run.return("end", ($s) => out);`,
    expected: {
      output: [
        ["record.find", { module: "Leads", first: true }, null],
        ["record.upsert", { module: "Leads", match: "Email", data: { Email: "a@b.c" } }, { afterCrash: "repeat" }],
        ["record.delete", { module: "Leads", id: "1" }, null],
        ["email", { to: "a@b.c", subject: "On", text: "1970-01-01 01:00" }, null],
        ["wait", { for: "date", date: "1970-01-01T00:00:00.000Z" }, null],
        ["automation", { automation: "other", arguments: { n: 1 } }, null],
      ],
    },
  },
  {
    name: "an effect in a round is asked for by its round",
    answer: ({ path, ordinal, attempt }) => ({ ok: true, value: `${path}/${attempt}/${ordinal}` }),
    body: loop(
      "[1, 2]",
      `const a = await run.getRecord("a", ($s) => ({ module: "Leads", id: "1" })); return ($s) => a;`,
    ),
    expected: { output: ["0/1/0", "1/1/0"] },
  },
  {
    name: "a failed effect in a round is the loop's failure",
    answer: () => ({ ok: false, error: nobody }),
    body: loop("[1, 2]", `await run.getRecord("a", ($s) => ({ module: "Leads", id: "1" }));`),
    expected: { code: "RECORD_NOT_FOUND", nodeId: "node-a" },
    steps: ["a 0 failed", "loop failed"],
  },
];
