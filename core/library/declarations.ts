import { DATES_DECLARATION } from "@/core/library/declarations/dates";
import { LISTS_DECLARATION } from "@/core/library/declarations/lists";
import { MONEY_DECLARATION } from "@/core/library/declarations/money";
import { NUMBERS_DECLARATION } from "@/core/library/declarations/numbers";
import { TEXT_DECLARATION } from "@/core/library/declarations/text";

/** What the standard library offers, as TypeScript declares it: one namespace a group. */
export const LIBRARY_DECLARATIONS = [
  DATES_DECLARATION,
  MONEY_DECLARATION,
  NUMBERS_DECLARATION,
  TEXT_DECLARATION,
  LISTS_DECLARATION,
].join("\n");
