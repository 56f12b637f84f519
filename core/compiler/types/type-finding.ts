/**
 * What the type checker found at one place of a checked text, as data: which words it becomes, and how bad it is, is
 * decided by `typeDiagnostics`. Lines count from 1, columns from 0.
 */
export interface TypeFinding {
  /** TypeScript's own number of the error. */
  code: number;
  line: number;
  column: number;
  /** TypeScript's sentence, for what we have no words of our own for. */
  message: string;
  what: TypeFault;
}

export type TypeFault =
  /** A value of another kind than its place takes; `choice` when the kind fits but the text is none of the choices. */
  | WrongKind
  /** A value that fits unless it is empty. */
  | { kind: "may-be-empty"; subject: Subject; found: Kind; target: string | null }
  | { kind: "unknown-property"; subject: Subject; property: string; owner: Owner; names: string[] }
  /** A property that was given and is not taken. */
  | { kind: "unknown-argument"; property: string; names: string[] }
  | { kind: "argument-count"; callee: string; expected: string; given: number }
  /** Two values that can never be equal. */
  | { kind: "never-equal"; subject: Subject }
  | { kind: "other" };

interface WrongKind {
  kind: "wrong-kind";
  subject: Subject;
  found: Kind;
  expected: Kind;
  target: string | null;
  choice: string | null;
  /** It may be of several kinds, and some of them fit. */
  partly: boolean;
}

/** The value in question. */
export interface Subject {
  /** As it is written, shortened. */
  text: string;
  /** Where it is a property of a named type: the interface of a record type, mostly. */
  field: { owner: string; name: string } | null;
}

/** What somebody looked for a property on. */
export interface Owner {
  /** The interface's name, where it has one. */
  name: string | null;
  kind: Kind;
  /** The line that declares it, when that is in the checked text. */
  line: number | null;
}

export interface Kind {
  name: "text" | "number" | "yes-no" | "list" | "object" | "choice" | "nothing" | "code" | "other";
  /** The type as TypeScript writes it. */
  text: string;
}

/** A type that is checked but not written: where it would stand in the text, and what it says. */
export interface TypeNote {
  line: number;
  column: number;
  text: string;
}

/** The types of a function as the checker sees them: self-contained, "unknown" where nothing is known. */
export interface CheckedSignature {
  parameters: { name: string; type: string; optional: boolean }[];
  returnType: string;
}
