import { hasValidCheckDigit } from "../population/check-digit.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A number somebody typed. */
export interface IdentifierCase {
  readonly kind: "insurer" | "payer" | "recipient" | "facility" | "late-elderly-insured" | "symbol";
  /** As on the wire: six digits of 国保 after two blanks, or without them. */
  readonly text: string;
  /** The insurer a symbol, or the payer a recipient number, belongs to. */
  readonly insurer?: string;
  /** It is typed into an unknown claim 不詳請求. */
  readonly unknownClaim: boolean;
}

/** What is wrong with it. */
export type IdentifierFault = "none" | "form" | "check-digit";

/** Insurer whose number marks an unknown claim; its check digit is wrong. */
const UNKNOWN_INSURER = "77777777";
/** Symbols by the insurer they belong to, the first that fits (§12.2; claim reception errors 3148, 3177). */
const SYMBOL_FORMS: readonly { readonly insurer: RegExp; readonly form: RegExp }[] = [
  { insurer: /^06110829$/, form: /^[A-Za-z]?\d+$/ },
  { insurer: /^01/, form: /^\d{7,8}$/ },
  { insurer: /^(?:06|63)/, form: /^\d+$/ },
];
const symbolForm = (insurer = ""): RegExp | undefined =>
  SYMBOL_FORMS.find((known) => known.insurer.test(insurer))?.form;
const row = rowsOf<IdentifierCase, IdentifierFault>();
const typed = (kind: IdentifierCase["kind"], text: string, more: Partial<IdentifierCase> = {}): IdentifierCase => ({
  kind,
  text,
  unknownClaim: false,
  ...more,
});

/** A kind of number that ends in a check digit. */
function digitsRow<const Id extends string>(
  id: Id,
  kind: IdentifierCase["kind"],
  form: RegExp,
  name: { readonly ja: string; readonly en: string },
  vectors: readonly (readonly [text: string, gives: IdentifierFault])[],
) {
  return row({
    id,
    condition: name,
    outcome: { ja: "桁数と検証番号を調べる", en: "form and check digit are looked at" },
    confidence: "H",
    matches: (given) => given.kind === kind,
    result: ({ text }) => (!form.test(text.trim()) ? "form" : hasValidCheckDigit(text.trim()) ? "none" : "check-digit"),
    vectors: vectors.map(([text, gives]) => ({ title: `"${text}"`, given: typed(kind, text), gives })),
  });
}

/** Whether a typed number can be right (eligibility-rules.md §12.1, §12.2). */
export const identifier = decisionTable({
  id: "identifier",
  title: { ja: "番号の桁数と検証番号", en: "form and check digit of numbers" },
  source: "eligibility-rules.md §12; receipt-system-interface.md §6.1 (recipient numbers of local schemes)",
  requires: ["R3-15"],
  rows: [
    row({
      id: "12.2/unknown-claim",
      condition: { ja: "不詳請求の77777777", en: "77777777 in an unknown claim" },
      outcome: { ja: "検証番号を調べない", en: "allowed although its check digit is wrong" },
      confidence: "H",
      matches: ({ kind, text, unknownClaim }) => kind === "insurer" && unknownClaim && text === UNKNOWN_INSURER,
      result: () => "none",
      vectors: [
        { title: "in an unknown claim", given: typed("insurer", "77777777", { unknownClaim: true }), gives: "none" },
      ],
    }),
    digitsRow("12.2/insurer", "insurer", /^(?:\d{6}|\d{8})$/, { ja: "保険者番号", en: "insurer" }, [
      ["06990014", "none"],
      ["  990010", "none"],
      ["06990015", "check-digit"],
      ["0699001", "form"],
      ["77777777", "check-digit"],
      ["77777779", "none"],
    ]),
    digitsRow("12.2/payer", "payer", /^\d{8}$/, { ja: "公費負担者番号", en: "public payer" }, [
      ["54996012", "none"],
      ["54996013", "check-digit"],
      ["5499601", "form"],
    ]),
    row({
      id: "12.2/recipient-local",
      condition: { ja: "地方単独事業の受給者番号", en: "the recipient number of a local scheme" },
      outcome: { ja: "調べない（英字や別の桁数がある）", en: "anything goes: letters and other lengths occur" },
      confidence: "A",
      matches: ({ kind, insurer = "" }) => kind === "recipient" && /^[489]/.test(insurer),
      result: () => "none",
      vectors: [
        { title: "with a letter", given: typed("recipient", "A123456", { insurer: "88990015" }), gives: "none" },
        { title: "a wrong check digit", given: typed("recipient", "0000019", { insurer: "81990012" }), gives: "none" },
      ],
    }),
    digitsRow("12.2/recipient", "recipient", /^\d{7}$/, { ja: "公費受給者番号", en: "recipient" }, [
      ["0000018", "none"],
      ["0000019", "check-digit"],
      ["000001", "form"],
    ]),
    digitsRow("12.2/facility", "facility", /^\d{10}$/, { ja: "医療機関コード", en: "facility" }, [
      ["9910000018", "none"],
      ["9910000019", "check-digit"],
      ["0000018", "form"],
    ]),
    digitsRow(
      "12.2/late-elderly-number",
      "late-elderly-insured",
      /^\d{8}$/,
      { ja: "後期高齢者の被保険者番号", en: "late-elderly insured number" },
      [
        ["99000010", "none"],
        ["99000011", "check-digit"],
      ],
    ),
    row({
      id: "12.2/symbol-late-elderly",
      condition: { ja: "後期高齢者の記号", en: "the symbol of a late-elderly person" },
      outcome: { ja: "記号はない", en: "there is none" },
      confidence: "M",
      matches: ({ insurer = "" }) => insurer.startsWith("39"),
      result: ({ text }) => (text === "" ? "none" : "form"),
      vectors: [
        { title: "none", given: typed("symbol", "", { insurer: "39990015" }), gives: "none" },
        { title: "one", given: typed("symbol", "12", { insurer: "39990015" }), gives: "form" },
      ],
    }),
    row({
      id: "12.2/symbol-digits",
      condition: {
        ja: "法別01（7～8桁）、06・63（数字のみ。06110829は先頭の英字可）の記号",
        en: "the symbol of law 01, 06 or 63",
      },
      outcome: {
        ja: "数字でなければ警告",
        en: "other than digits is doubtful, but for a leading letter of insurer 06110829",
      },
      confidence: "M",
      matches: ({ insurer }) => symbolForm(insurer) !== undefined,
      result: ({ text, insurer }) => (symbolForm(insurer)?.test(text) === true ? "none" : "form"),
      vectors: [
        { title: "law 01, eight digits", given: typed("symbol", "12345678", { insurer: "01990019" }), gives: "none" },
        { title: "law 01, six digits", given: typed("symbol", "123456", { insurer: "01990019" }), gives: "form" },
        { title: "law 06, digits", given: typed("symbol", "12", { insurer: "06990014" }), gives: "none" },
        { title: "law 06, a letter", given: typed("symbol", "あ12", { insurer: "06990014" }), gives: "form" },
        { title: "law 06, a Latin letter", given: typed("symbol", "A12", { insurer: "06990014" }), gives: "form" },
        { title: "law 63, a Latin letter", given: typed("symbol", "A12", { insurer: "63990017" }), gives: "form" },
        { title: "06110829, a leading letter", given: typed("symbol", "A12", { insurer: "06110829" }), gives: "none" },
        { title: "06110829, digits", given: typed("symbol", "12", { insurer: "06110829" }), gives: "none" },
        { title: "06110829, a letter behind", given: typed("symbol", "12A", { insurer: "06110829" }), gives: "form" },
        { title: "06110829, two letters", given: typed("symbol", "AB1", { insurer: "06110829" }), gives: "form" },
      ],
    }),
    row({
      id: "12.2/symbol",
      condition: { ja: "その他の記号", en: "any other symbol" },
      outcome: { ja: "調べない", en: "anything goes" },
      confidence: "M",
      matches: () => true,
      result: () => "none",
      vectors: [
        { title: "national insurance", given: typed("symbol", "窓・１", { insurer: "  990010" }), gives: "none" },
      ],
    }),
  ],
});
