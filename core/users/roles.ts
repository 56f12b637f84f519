/** What people may do, least first: each role may do all that the ones before it may. */
export const ROLES = ["member", "builder", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** @returns whether `role` may do what `needed` may. */
export const roleAllows = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
