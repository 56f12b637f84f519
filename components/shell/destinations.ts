import {
  Blocks,
  Gauge,
  House,
  type LucideIcon,
  Mail,
  Plug,
  ScrollText,
  SlidersHorizontal,
  SquareFunction,
  Users,
  Variable,
  Workflow,
} from "lucide-react";
import { type Role, roleAllows } from "@/core/users/roles";

/** A place the navigation and the command palette lead to. */
export interface Destination {
  /** Also its message key, below `shell.places`. */
  key:
    | "home"
    | "records"
    | "automations"
    | "functions"
    | "connections"
    | "variables"
    | "outbox"
    | "runs"
    | "myRuns"
    | "people"
    | "usage"
    | "limits";
  href: string;
  Icon: LucideIcon;
  /** The least role that may go there. */
  role: Role;
  /** The key after `g` that leads there. */
  shortcut: string;
}

const ALL: Destination[] = [
  { key: "home", href: "/", Icon: House, role: "member", shortcut: "h" },
  { key: "records", href: "/records", Icon: Blocks, role: "member", shortcut: "l" },
  { key: "automations", href: "/automations", Icon: Workflow, role: "builder", shortcut: "a" },
  { key: "functions", href: "/functions", Icon: SquareFunction, role: "builder", shortcut: "f" },
  { key: "connections", href: "/connections", Icon: Plug, role: "builder", shortcut: "c" },
  { key: "variables", href: "/variables", Icon: Variable, role: "builder", shortcut: "v" },
  { key: "runs", href: "/executions", Icon: ScrollText, role: "member", shortcut: "r" },
  { key: "outbox", href: "/outbox", Icon: Mail, role: "builder", shortcut: "o" },
  { key: "usage", href: "/usage", Icon: Gauge, role: "builder", shortcut: "u" },
  { key: "limits", href: "/settings/limits", Icon: SlidersHorizontal, role: "administrator", shortcut: "s" },
  { key: "people", href: "/people", Icon: Users, role: "administrator", shortcut: "p" },
];

/** @returns where a role may go, most used first; what is not allowed is absent. */
export function destinationsOf(role: Role): Destination[] {
  return ALL.filter((destination) => roleAllows(role, destination.role)).map((destination) =>
    destination.key === "runs" && role === "member" ? { ...destination, key: "myRuns" } : destination,
  );
}

/** @returns the least role for a path; "member" for what no destination covers. */
export function roleForPath(path: string): Role {
  return ALL.find(({ href }) => href !== "/" && isWithin(path, href))?.role ?? "member";
}

/** @returns whether a path is a place or lies below it. */
export const isWithin = (path: string, href: string): boolean =>
  href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);

/** @returns whether a path is the editor, which needs the whole window. */
export const isEditor = (path: string): boolean => /^\/automations\/[^/]+/.test(path);
