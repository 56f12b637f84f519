import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { restoreKept, type SaveAnswer, startAutosave } from "@/components/editor/store/autosave";
import { createEditorStore } from "@/components/editor/store/editor-store";
import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";
import { renameDocument } from "@/core/graph/edits/rename-document";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft: AutomationDocument = {
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "a",
  nodes: [],
  edges: [],
  layout: {},
};

function opened(answers: SaveAnswer[]) {
  const context = { modules: [], functions: [], connections: [], services: [] };
  const store = createEditorStore({ automationId: "x", document: draft, revision: 1, savedAt: 0, context }, () => 0);
  const sent: { revision: number; name: string }[] = [];
  const kept: (string | null)[] = [];
  const keptAt: number[] = [];
  const saver = startAutosave(store, {
    save: async ({ revision, document }) => {
      sent.push({ revision, name: document.name });
      return answers.shift() ?? { kind: "saved", revision: revision + 1 };
    },
    keep: (mine) => {
      kept.push(mine?.document.name ?? null);
      if (mine) keptAt.push(mine.revision);
    },
    now: () => 0,
  });
  const rename = (name: string) => store.getState().edit((document) => renameDocument(document, name));
  return { store, sent, kept, keptAt, saver, rename };
}

test("edits in quick succession are saved once, with the last of them", async () => {
  const { store, sent, kept, rename } = opened([]);
  rename("b");
  rename("c");
  expect(store.getState().save.kind).toBe("saving");
  await vi.advanceTimersByTimeAsync(700);
  expect(sent).toEqual([{ revision: 1, name: "c" }]);
  expect(store.getState()).toMatchObject({ revision: 2, save: { kind: "saved" } });
  expect(kept.at(-1)).toBeNull();
});

test("without a connection the draft is kept and sent again until it arrives", async () => {
  const { store, sent, kept, rename } = opened([{ kind: "unreachable" }, { kind: "unreachable" }]);
  rename("b");
  await vi.advanceTimersByTimeAsync(700);
  expect(store.getState().save).toEqual({ kind: "offline", reason: "connection" });
  expect(kept).toEqual(["b"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(3);
  expect(store.getState().save.kind).toBe("saved");
});

test("a draft somebody else changed is not saved before a person chose", async () => {
  const theirs = { revision: 5, document: renameDocument(draft, "theirs") };
  const { store, sent, rename } = opened([{ kind: "conflict", theirs }]);
  rename("mine");
  await vi.advanceTimersByTimeAsync(700);
  rename("mine too");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toHaveLength(1);
  store.getState().keepMine(theirs);
  await vi.advanceTimersByTimeAsync(700);
  expect(sent.at(-1)).toEqual({ revision: 5, name: "mine too" });
});

test("taking their draft can be undone", () => {
  const { store, rename } = opened([]);
  rename("mine");
  store.getState().takeTheirs({ revision: 5, document: renameDocument(draft, "theirs") }, 0);
  expect(store.getState().document.name).toBe("theirs");
  store.getState().undo();
  expect(store.getState().document.name).toBe("mine");
});

test("what arrives after the page was left is not kept to be restored", async () => {
  const { kept, saver, rename } = opened([]);
  rename("b");
  const sent = saver.flush();
  saver.stop();
  await sent;
  expect(kept).toEqual(["b", null]);
});

test("who takes their draft is not asked again about the one given up", async () => {
  const theirs = { revision: 5, document: renameDocument(draft, "theirs") };
  const { store, kept, rename } = opened([{ kind: "conflict", theirs }]);
  rename("mine");
  await vi.advanceTimersByTimeAsync(700);
  store.getState().takeTheirs(theirs, 0);
  expect(kept).toEqual(["mine", null]);
});

test("a kept draft of an older revision is a conflict, also for the page after this one", async () => {
  const { store, sent, keptAt } = opened([]);
  store.setState({ revision: 6 });
  restoreKept(store, { revision: 5, document: renameDocument(draft, "mine") }, (mine) =>
    store.getState().edit(() => mine),
  );
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.getState()).toMatchObject({ document: { name: "mine" }, save: { kind: "conflict" } });
  expect(sent).toEqual([]);
  expect(keptAt).toEqual([5]);

  const { save, keepMine } = store.getState();
  if (save.kind === "conflict") keepMine(save.theirs);
  await vi.advanceTimersByTimeAsync(700);
  expect(sent).toEqual([{ revision: 6, name: "mine" }]);
  expect(store.getState().save.kind).toBe("saved");
});
