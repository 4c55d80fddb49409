import { decisionTable, rowsOf } from "./decision-table.ts";

/** A registration of 照会番号 as the centre finds it. */
export interface ReferenceCase {
  /** People whose insurance, valid today, or whose running aid has the keys. */
  readonly matches: number;
  /** Whom the number stands for at this facility so far. */
  readonly usedBy: "nobody" | "same-person" | "another-person";
}

/** Registered, or the code of the person-level error (receipt-system-interface.md §8.1, ours). */
export type ReferenceOutcome = "registered" | "SIM-P-201" | "SIM-P-202";

const row = rowsOf<ReferenceCase, ReferenceOutcome>();

/**
 * Registration of a facility's own patient key (receipt-system-interface.md §2.6, SEQ-05). It hangs on the person, so it
 * outlasts a change of insurer; codes are ours.
 */
export const referenceNumber = decisionTable({
  id: "reference-number",
  title: { ja: "照会番号の登録", en: "registration of a reference number" },
  source: "receipt-system-interface.md §2.6, SEQ-05, §8.1; requirements.md R1-22 to R1-24",
  requires: ["R0-28", "R0-29", "R1-22", "R1-23"],
  rows: [
    row({
      id: "SEQ-05/nobody",
      condition: {
        ja: "有効な資格に一致しない（喪失済みを含む）",
        en: "no valid eligibility has the keys, lost ones do not count",
      },
      outcome: { ja: "SIM-P-201", en: "SIM-P-201" },
      confidence: "A",
      matches: ({ matches }) => matches === 0,
      result: () => "SIM-P-201",
      vectors: [{ title: "lost or unknown", given: { matches: 0, usedBy: "nobody" }, gives: "SIM-P-201" }],
    }),
    row({
      id: "SEQ-05/several",
      condition: { ja: "枝番なしで複数人に一致", en: "several people have the keys: the branch was left out" },
      outcome: { ja: "SIM-P-201", en: "SIM-P-201" },
      confidence: "A",
      matches: ({ matches }) => matches > 1,
      result: () => "SIM-P-201",
      vectors: [{ title: "a family", given: { matches: 3, usedBy: "nobody" }, gives: "SIM-P-201" }],
    }),
    row({
      id: "SEQ-05/in-use",
      condition: { ja: "同じ番号が他の人に登録済み", en: "the number stands for another person" },
      outcome: { ja: "SIM-P-202", en: "SIM-P-202" },
      confidence: "A",
      matches: ({ usedBy }) => usedBy === "another-person",
      result: () => "SIM-P-202",
      vectors: [
        { title: "somebody else's chart", given: { matches: 1, usedBy: "another-person" }, gives: "SIM-P-202" },
      ],
    }),
    row({
      id: "SEQ-05/registered",
      condition: { ja: "1人に一致し、番号は未使用または同じ人のもの", en: "one person, the number is free or theirs" },
      outcome: { ja: "登録（以前の番号は置き換え）", en: "registered; a number before it is replaced" },
      confidence: "M",
      matches: () => true,
      result: () => "registered",
      vectors: [
        { title: "first registration", given: { matches: 1, usedBy: "nobody" }, gives: "registered" },
        { title: "the same again", given: { matches: 1, usedBy: "same-person" }, gives: "registered" },
      ],
    }),
  ],
});
