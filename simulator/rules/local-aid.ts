import { type LocalAidMaster, localAidMaster } from "../population/local-aid.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A scheme of local aid as a facility meets it. */
export interface LocalAidCase {
  readonly master: LocalAidMaster;
  readonly payerNumber: string;
  /** Prefecture of the facility: the first two digits of its code. */
  readonly prefecture: string;
}

const row = rowsOf<LocalAidCase, "in-kind" | "refund-later">();
const at = (payerNumber: string, prefecture = "99", master = localAidMaster): LocalAidCase => ({
  master,
  payerNumber,
  prefecture,
});
const found = ({ master: { schemes }, payerNumber }: LocalAidCase) =>
  schemes.find(({ law, prefecture }) => payerNumber.startsWith(`${law}${prefecture}`));

/** Whether a local scheme is applied at the counter, by the 地単公費マスター (requirements.md R4-13, SYS-25). */
export const localAid = decisionTable({
  id: "local-aid",
  title: { ja: "地方単独事業の現物給付", en: "local schemes at the counter" },
  source: "requirements.md SYS-25, R4-13; eligibility-rules.md §10.1",
  requires: ["R4-13", "SYS-25"],
  rows: [
    row({
      id: "10.1/local-unknown",
      condition: { ja: "マスターにない", en: "not in the master" },
      outcome: { ja: "償還払い", en: "refunded later" },
      confidence: "M",
      matches: (given) => found(given) === undefined,
      result: () => "refund-later",
      vectors: [
        { title: "a number nobody listed", given: at("87990016"), gives: "refund-later" },
        {
          title: "an older version of the master without it",
          given: at("81990012", "99", { version: "SIM-2025-01", schemes: [] }),
          gives: "refund-later",
        },
      ],
    }),
    row({
      id: "10.1/local-own-area",
      condition: { ja: "同じ都道府県の制度", en: "a scheme of the facility's own prefecture" },
      outcome: { ja: "現物給付", en: "in kind" },
      confidence: "M",
      matches: (given) => found(given)?.prefecture === given.prefecture,
      result: () => "in-kind",
      vectors: [{ title: "own prefecture, not usable elsewhere", given: at("89990014"), gives: "in-kind" }],
    }),
    row({
      id: "10.1/local-elsewhere",
      condition: { ja: "他県の制度で、県外でも現物給付", en: "of another prefecture, usable elsewhere" },
      outcome: { ja: "現物給付", en: "in kind" },
      confidence: "M",
      matches: (given) => found(given)?.elsewhere === true,
      result: () => "in-kind",
      vectors: [{ title: "a facility of prefecture 98", given: at("88990015", "98"), gives: "in-kind" }],
    }),
    row({
      id: "10.1/local-out-of-area",
      condition: { ja: "他県の制度で、県外では使えない", en: "of another prefecture, not usable elsewhere" },
      outcome: { ja: "償還払い", en: "refunded later" },
      confidence: "M",
      matches: () => true,
      result: () => "refund-later",
      vectors: [{ title: "a child of the neighbouring prefecture", given: at("88980016"), gives: "refund-later" }],
    }),
  ],
});
