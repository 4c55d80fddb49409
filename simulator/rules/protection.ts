import type { InsuredPerson } from "../population/person.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A protected person on one of the ways into the centre. */
export interface ProtectionCase {
  readonly flags: NonNullable<InsuredPerson["flags"]>;
  readonly path: "card" | "registration" | "number";
}

/** What protection does there: the address is left out, never emptied (requirements.md X-09). */
export type Protection = "refused" | "nobody" | "without-address" | "open";

const row = rowsOf<ProtectionCase, Protection>();
const refusedSelf = { selfInfoRefused: true } as const;
const withheld = { addressWithheld: true } as const;
const held = { onHold: true } as const;

/**
 * 自己情報提供不可, 不開示該当 and the J-LIS hold (eligibility-rules.md §15.3, §15.4). That the address is withheld by card as
 * well is an assumption: the source says "works".
 */
export const protection = decisionTable({
  id: "protection",
  title: { ja: "DV等の支援措置とJ-LIS照合による保留", en: "protection flags and the hold by the J-LIS comparison" },
  source: "eligibility-rules.md §15.3, §15.4, §3.6 V14, V15",
  requires: ["X-09"],
  rows: [
    row({
      id: "15.4/on-hold",
      condition: { ja: "J-LIS照合の不一致で保留中", en: "on hold by the J-LIS comparison" },
      outcome: { ja: "該当資格なし（4）", en: "nobody is found (4)" },
      confidence: "A",
      matches: ({ flags }) => flags.onHold === true,
      result: () => "nobody",
      vectors: [
        { title: "by number", given: { flags: held, path: "number" }, gives: "nobody" },
        { title: "by card", given: { flags: held, path: "card" }, gives: "nobody" },
        { title: "first registration", given: { flags: held, path: "registration" }, gives: "nobody" },
      ],
    }),
    row({
      id: "15.3/self-info-refused-card",
      condition: {
        ja: "自己情報提供不可、カードまたは利用登録",
        en: "own information refused, by card or first registration",
      },
      outcome: { ja: "拒否", en: "refused" },
      confidence: "H",
      matches: ({ flags, path }) => flags.selfInfoRefused === true && path !== "number",
      result: () => "refused",
      vectors: [
        { title: "V14", given: { flags: refusedSelf, path: "card" }, gives: "refused" },
        { title: "first registration", given: { flags: refusedSelf, path: "registration" }, gives: "refused" },
      ],
    }),
    row({
      id: "15.3/self-info-refused-number",
      condition: { ja: "自己情報提供不可、番号による照会", en: "own information refused, by number" },
      outcome: { ja: "回答する。住所は返さない", en: "answered, address not shown" },
      confidence: "H",
      matches: ({ flags }) => flags.selfInfoRefused === true,
      result: () => "without-address",
      vectors: [{ title: "by number", given: { flags: refusedSelf, path: "number" }, gives: "without-address" }],
    }),
    row({
      id: "15.3/withheld",
      condition: { ja: "不開示該当", en: "not to be disclosed" },
      outcome: { ja: "回答する。住所等は返さない", en: "answered, address not shown" },
      confidence: "M",
      matches: ({ flags }) => flags.addressWithheld === true,
      result: () => "without-address",
      vectors: [
        { title: "V15", given: { flags: withheld, path: "number" }, gives: "without-address" },
        { title: "by card", given: { flags: withheld, path: "card" }, gives: "without-address" },
        {
          title: "first registration works",
          given: { flags: withheld, path: "registration" },
          gives: "without-address",
        },
      ],
    }),
    row({
      id: "15.3/none",
      condition: { ja: "支援措置なし", en: "no flag" },
      outcome: { ja: "通常どおり", en: "as usual" },
      confidence: "H",
      matches: () => true,
      result: () => "open",
      vectors: [{ title: "everybody else", given: { flags: {}, path: "card" }, gives: "open" }],
    }),
  ],
});

/** Whether nobody may learn of a person, on whatever path: the hold by the J-LIS comparison (§15.4). */
export const isHeldBack = (person: Pick<InsuredPerson, "flags">): boolean =>
  protectionOf(person, "number") === "nobody";

/** Protection of a person on a path. */
export function protectionOf({ flags }: Pick<InsuredPerson, "flags">, path: ProtectionCase["path"]): Protection {
  return flags === undefined ? "open" : protection.decide({ flags, path }).result;
}
