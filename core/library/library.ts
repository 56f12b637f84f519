import { createDates } from "@/core/library/dates";
import type { IntlPort } from "@/core/library/intl-port";
import { lists } from "@/core/library/lists";
import { createMoney } from "@/core/library/money";
import { createNumbers } from "@/core/library/numbers";
import { createText } from "@/core/library/text";
import type { Dates } from "@/core/library/types/dates";
import type { Lists } from "@/core/library/types/lists";
import type { Money } from "@/core/library/types/money";
import type { Numbers } from "@/core/library/types/numbers";
import type { TextLibrary } from "@/core/library/types/text";

/** The standard library, by the global names that formulas, code and functions find it under. */
export interface Library {
  dates: Dates;
  money: Money;
  numbers: Numbers;
  text: TextLibrary;
  lists: Lists;
}

/** @param intl zones and languages; where the library runs decides how they are reached */
export function createLibrary(intl: IntlPort): Library {
  const library: Library = {
    dates: createDates(intl),
    money: createMoney(intl),
    numbers: createNumbers(intl),
    text: createText(intl),
    lists,
  };
  for (const group of Object.values(library)) Object.freeze(group);
  return Object.freeze(library);
}
