import { decisionTable, rowsOf } from "./decision-table.ts";

/** A scheme of public expense, by the first two digits 法別番号 of its payer number. */
export interface SubsidyScheme {
  readonly ja: string;
  /** Who runs it. */
  readonly body: string;
  /** Whether the paper on PMH lists it (seed S4); local schemes by choice of the municipality. */
  readonly inPmh: "yes" | "no" | "by-choice";
  readonly level: "national" | "local";
}

interface SchemeRow<L extends string> {
  readonly law: L;
  readonly ja: string;
  readonly body: string;
  readonly inPmh: "yes" | "no";
  readonly confidence: "H" | "M" | "L";
}

const national = <const L extends string>(
  law: L,
  ja: string,
  body: string,
  inPmh: "yes" | "no" = "no",
  confidence: "H" | "M" | "L" = "H",
): SchemeRow<L> => ({ law, ja, body, inPmh, confidence });

/** Master of national schemes, and 12 which is medical aid (eligibility-rules.md §10.1). 水俣病 and 第二種健診特例: no number found. */
const nationalSchemes = [
  national("10", "結核患者の医療（感染症法37条の2）", "都道府県等", "yes"),
  national("11", "結核患者の入院（感染症法37条）", "都道府県等", "yes", "M"),
  national("12", "生活保護法 医療扶助", "福祉事務所"),
  national("13", "戦傷病者 療養の給付", "国・都道府県"),
  national("14", "戦傷病者 更生医療", "国・都道府県"),
  national("15", "更生医療", "市区町村", "yes"),
  national("16", "育成医療", "市区町村", "yes"),
  national("17", "療育の給付", "都道府県"),
  national("18", "被爆者 認定疾病医療", "国", "yes"),
  national("19", "被爆者 一般疾病医療費", "国", "yes"),
  national("20", "措置入院", "都道府県等"),
  national("21", "精神通院医療", "都道府県・指定都市", "yes"),
  national("22", "麻薬 入院措置", "都道府県"),
  national("23", "養育医療", "市区町村", "yes"),
  national("24", "療養介護医療", "市区町村", "yes"),
  national("25", "中国残留邦人等", "福祉事務所"),
  national("28", "一類・二類・指定感染症、外出自粛対象者", "都道府県等", "yes", "L"),
  national("29", "新感染症", "都道府県等", "yes"),
  national("30", "心神喪失等", "国"),
  national("38", "肝炎治療特別促進、肝がん・重度肝硬変", "都道府県", "yes", "M"),
  national("51", "特定疾患治療研究、先天性血液凝固因子障害", "都道府県", "yes", "M"),
  national("52", "小児慢性特定疾病", "都道府県・指定都市・中核市・児相設置市", "yes"),
  national("53", "児童福祉法 措置等医療", "都道府県等"),
  national("54", "難病 特定医療費", "都道府県・指定都市", "yes"),
  national("62", "特定B型肝炎 定期検査費・母子感染防止", "支払基金", "yes"),
  national("66", "石綿健康被害", "環境再生保全機構", "yes"),
  national("79", "障害児入所医療・肢体不自由児通所医療", "都道府県・市区町村", "yes"),
] as const;

const row = rowsOf<{ readonly payerNumber: string }, SubsidyScheme | undefined>();

const rows = nationalSchemes.map(({ law, ja, body, inPmh, confidence }) =>
  row({
    id: `10.1/${law}` as const,
    condition: {
      ja: `公費負担者番号が${law}で始まる8桁`,
      en: `a payer number of eight digits that begins with ${law}`,
    },
    outcome: { ja, en: `scheme ${law}, national` },
    confidence,
    matches: ({ payerNumber }) => /^\d{8}$/.test(payerNumber) && payerNumber.startsWith(law),
    result: () => ({ ja, body, inPmh, level: "national" }),
    vectors: [
      {
        title: `a number of prefecture 99`,
        given: { payerNumber: `${law}990012` },
        gives: { ja, body, inPmh, level: "national" },
      },
    ],
  }),
);

const LOCAL: SubsidyScheme = { ja: "地方単独事業", body: "市区町村・都道府県", inPmh: "by-choice", level: "local" };

/** Scheme by payer number (eligibility-rules.md §10.1). */
export const subsidyScheme = decisionTable({
  id: "subsidy-scheme",
  title: { ja: "公費の制度（法別番号）", en: "schemes of public expense" },
  source: "eligibility-rules.md §10.1",
  requires: ["R4-14", "R4-15", "R4-16", "R4-17", "R4-18", "R4-19", "R4-20", "R4-21", "R4-22", "R4-23"],
  rows: [
    ...rows,
    row({
      id: "10.1/local",
      condition: { ja: "公費負担者番号が4・8・9で始まる8桁", en: "a payer number that begins with 4, 8 or 9" },
      outcome: { ja: "地方単独事業（都道府県が定める）", en: "a local scheme; prefectures decide which" },
      confidence: "H",
      matches: ({ payerNumber }) => /^[489]\d{7}$/.test(payerNumber),
      result: () => LOCAL,
      vectors: [
        { title: "children, 88", given: { payerNumber: "88990015" }, gives: LOCAL },
        { title: "Kyoto's numbers begin with 43 to 45", given: { payerNumber: "43990011" }, gives: LOCAL },
      ],
    }),
    row({
      id: "10.1/unknown",
      condition: { ja: "それ以外", en: "anything else" },
      outcome: {
        ja: "公費ではない、又は番号の見つからない制度",
        en: "no public expense, or a scheme whose number was not found",
      },
      confidence: "L",
      matches: () => true,
      result: () => undefined,
      vectors: [
        { title: "an insurer number", given: { payerNumber: "06139992" }, gives: undefined },
        { title: "seven digits", given: { payerNumber: "5499601" }, gives: undefined },
      ],
    }),
  ],
});

/** The scheme of a payer number; undefined when it is none. */
export function schemeOf(payerNumber: string): SubsidyScheme | undefined {
  return subsidyScheme.decide({ payerNumber }).result;
}
