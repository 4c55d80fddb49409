import { decisionTable, rowsOf } from "./decision-table.ts";

/** A look-up by name after an outage (requirements.md R3-46, D-18). */
export interface OutageLookup {
  /** Whether the function is open for the facility at this moment. */
  readonly open: boolean;
  /** 氏名・生年月日・性別 and 住所 or 保険者名; empty where it was not given. */
  readonly name: string;
  readonly birthdate: string;
  readonly sex: string;
  readonly address: string;
  readonly insurerName: string;
  /** People the four items fit. */
  readonly found: number;
}

/** What comes of it. */
export type OutageLookupOutcome = "not-open" | "items-missing" | "none" | "several" | "eligibility";

const asked: OutageLookup = {
  open: true,
  name: "架空　花子",
  birthdate: "19850505",
  sex: "2",
  address: "架空県青浪市",
  insurerName: "",
  found: 1,
};
const row = rowsOf<OutageLookup, OutageLookupOutcome>();

/** Looking somebody up by four items once the function is open (eligibility-rules.md §15.1). Eligibility only, nothing medical. */
export const outageLookup = decisionTable({
  id: "outage-lookup",
  title: { ja: "障害時の資格情報照会（4項目）", en: "outage look-up by four items" },
  source: "eligibility-rules.md §15.1; requirements.md R3-46, D-18",
  requires: ["R3-46", "R3-49", "SYS-39", "X-08"],
  rows: [
    row({
      id: "15.1/not-open",
      condition: { ja: "その施設の機能が開いていない", en: "the function is not open for the facility" },
      outcome: { ja: "照会できない", en: "refused" },
      confidence: "H",
      matches: ({ open }) => !open,
      result: () => "not-open",
      vectors: [{ title: "before the half hour is over", given: { ...asked, open: false }, gives: "not-open" }],
    }),
    row({
      id: "15.1/items-missing",
      condition: {
        ja: "氏名・生年月日・性別と、住所か保険者名のどちらか、がそろわない",
        en: "name, birth date, sex and one of address or insurer name are not all there",
      },
      outcome: { ja: "照会できない", en: "refused" },
      confidence: "H",
      matches: ({ name, birthdate, sex, address, insurerName }) =>
        [name, birthdate, sex].includes("") || (address === "" && insurerName === ""),
      result: () => "items-missing",
      vectors: [
        { title: "neither address nor insurer", given: { ...asked, address: "" }, gives: "items-missing" },
        { title: "no sex", given: { ...asked, sex: "" }, gives: "items-missing" },
        { title: "no birth date", given: { ...asked, birthdate: "" }, gives: "items-missing" },
      ],
    }),
    row({
      id: "15.1/none",
      condition: { ja: "該当者なし", en: "nobody fits" },
      outcome: { ja: "該当なし", en: "none found" },
      confidence: "A",
      matches: ({ found }) => found === 0,
      result: () => "none",
      vectors: [{ title: "a misspelt name", given: { ...asked, found: 0 }, gives: "none" }],
    }),
    row({
      id: "15.1/several",
      condition: { ja: "該当者が2人以上", en: "two or more people fit" },
      outcome: { ja: "誰の情報も返さず、項目の追加を求める", en: "nobody's data, more items are asked for" },
      confidence: "A",
      matches: ({ found }) => found > 1,
      result: () => "several",
      vectors: [{ title: "twins of one sex at one address", given: { ...asked, found: 2 }, gives: "several" }],
    }),
    row({
      id: "15.1/eligibility",
      condition: { ja: "4項目で1人に決まる", en: "the four items fit one person" },
      outcome: { ja: "資格情報だけを返す（医療情報は返さない）", en: "eligibility only, no medical information" },
      confidence: "H",
      matches: () => true,
      result: () => "eligibility",
      vectors: [
        { title: "by address", given: asked, gives: "eligibility" },
        {
          title: "by insurer name",
          given: { ...asked, address: "", insurerName: "架空県青浪市" },
          gives: "eligibility",
        },
      ],
    }),
  ],
});
