import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** How many answers are remembered for callers that repeat a request. */
const MOST_REMEMBERED = 1_000;

/**
 * Members by address, and the answers given to repeat-safe keys; both kept in one file.
 * @param {string} path
 */
export function createMemberStore(path) {
  const { members, answers } = read(path);

  function save() {
    while (answers.size > MOST_REMEMBERED) answers.delete(answers.keys().next().value);
    writeFileSync(`${path}.new`, JSON.stringify({ members: [...members.values()], answers: [...answers] }), {
      mode: 0o600,
    });
    renameSync(`${path}.new`, path);
  }

  return {
    /** Adds a member, or brings the one with this address up to date. */
    put({ email, firstName, lastName }) {
      const key = email.toLowerCase();
      const before = members.get(key);
      const member = {
        id: before?.id ?? `mem_${randomUUID().slice(0, 8)}`,
        email,
        firstName: firstName ?? before?.firstName ?? "",
        lastName: lastName ?? before?.lastName ?? "",
        status: "subscribed",
      };
      members.set(key, member);
      save();
      return member;
    },
    find: (email) => members.get(email.toLowerCase()),
    all: () => [...members.values()],
    /** The answer given to this key before: `{ request, status, body }`. */
    answerTo: (key) => answers.get(key),
    remember(key, answer) {
      answers.set(key, answer);
      save();
    },
  };
}

function read(path) {
  try {
    const { members, answers } = JSON.parse(readFileSync(path, "utf8"));
    return {
      members: new Map(members.map((member) => [member.email.toLowerCase(), member])),
      answers: new Map(answers),
    };
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return { members: new Map(), answers: new Map() };
  }
}
