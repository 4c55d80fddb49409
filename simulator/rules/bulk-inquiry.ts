import { decisionTable, rowsOf } from "./decision-table.ts";

/** One row of a bulk inquiry, or the file that holds it. */
export interface BulkCase {
  /** People in the file, and how many it may hold (profile `bulk.most`, ours). */
  readonly people: number;
  readonly most: number;
  /** Something required of the row is missing or malformed. */
  readonly malformed: boolean;
  /** Which numbers the row carries: of an insurance, or 公費負担者番号 and 受給者番号. */
  readonly keys: "insurance" | "aid";
}

/** How the row is answered. A bulk answer never has consents or medical information (R0-19). */
export type BulkOutcome = "file-refused" | "row-error" | "as-number" | "as-ticket";

const row = rowsOf<BulkCase, BulkOutcome>();
const at = (changes: Partial<BulkCase>): BulkCase => ({
  people: 4,
  most: 1_000,
  malformed: false,
  keys: "insurance",
  ...changes,
});

/** The BULK path (eligibility-rules.md §3.5). */
export const bulkInquiry = decisionTable({
  id: "bulk-inquiry",
  title: { ja: "一括照会の判定", en: "how a bulk inquiry is answered" },
  source: "eligibility-rules.md §3.5; receipt-system-interface.md §2.7, §8.9",
  requires: ["R0-17", "R0-18", "R0-19", "R1-20", "R1-21", "R1-17"],
  rows: [
    row({
      id: "3.5/too-many",
      condition: { ja: "件数が上限を超える", en: "more people than a file may hold" },
      outcome: { ja: "ファイル全体を異常終了（9）", en: "the whole file fails (SEG 9)" },
      confidence: "A",
      matches: ({ people, most }) => people > most,
      result: () => "file-refused",
      vectors: [{ title: "1,001 people", given: at({ people: 1_001 }), gives: "file-refused" }],
    }),
    row({
      id: "3.5/row-error",
      condition: { ja: "行の必須項目の欠落・誤り", en: "a required item of the row is missing or malformed" },
      outcome: { ja: "その行だけエラー、他の行は続行", en: "an error of that row, the others go on" },
      confidence: "H",
      matches: ({ malformed }) => malformed,
      result: () => "row-error",
      vectors: [
        { title: "V16, last row", given: at({ malformed: true }), gives: "row-error" },
        { title: "in a full file", given: at({ people: 1_000, malformed: true }), gives: "row-error" },
      ],
    }),
    row({
      id: "3.5/aid",
      condition: { ja: "公費負担者番号・受給者番号の行", en: "a row with payer and recipient number" },
      outcome: { ja: "3.4のとおり判定（医療扶助のみ）", en: "judged as 3.4, the aid part only" },
      confidence: "M",
      matches: ({ keys }) => keys === "aid",
      result: () => "as-ticket",
      vectors: [{ title: "a recipient", given: at({ keys: "aid" }), gives: "as-ticket" }],
    }),
    row({
      id: "3.5/insurance",
      condition: { ja: "被保険者番号の行", en: "a row with an insured number" },
      outcome: { ja: "3.3のとおり判定。新しい資格は返さない", en: "judged as 3.3; the newer insurance is never given" },
      confidence: "M",
      matches: () => true,
      result: () => "as-number",
      vectors: [{ title: "V16, first rows, in a full file", given: at({ people: 1_000 }), gives: "as-number" }],
    }),
  ],
});
