import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Stores numbers as numbers: leading zeros and blanks are lost. */
export const trimsNumbers = declareSubject({
  id: "broken/trims-numbers",
  title: { ja: "番号の先頭のゼロや空白を落とす", en: "drops leading zeros and blanks" },
  decisions: {
    ...referenceDecisions,
    store: (_element, value) => (/^[ 0]+\d+$/.test(value) ? String(Number(value)) : value),
  },
  fails: {
    C01: ["exchange/items-as-received"],
    C02: ["exchange/items-as-received"],
    C03: ["exchange/items-as-received"],
    C04: ["exchange/items-as-received"],
    C07: ["exchange/items-as-received"],
    C08: ["eligibility/branch-stored"],
    C16: ["exchange/items-as-received"],
    C17: ["exchange/items-as-received"],
    C19: ["exchange/items-as-received"],
    C20: ["exchange/items-as-received"],
    C33: ["exchange/items-as-received"],
    C37: ["exchange/items-as-received"],
    C46: ["exchange/items-as-received"],
    C51: ["exchange/items-as-received"],
    C60: ["exchange/items-as-received"],
    C61: ["exchange/items-as-received"],
    C71: ["exchange/items-as-received"],
    C73: ["exchange/items-as-received"],
    C80: ["exchange/items-as-received"],
  },
});
