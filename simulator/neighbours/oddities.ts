import type { Bilingual } from "../kernel/bilingual.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";

/** Fields an insurer may write oddly; an empty one is left out of an answer. */
export interface OddFields {
  readonly name: string;
  readonly kana: string;
  readonly symbol: string;
  readonly number: string;
  readonly personalFamily: string;
}

/** One way of writing, as a change of the fields it touches, with its proof. */
export interface Oddity<I extends string> {
  readonly id: I;
  readonly title: Bilingual;
  apply(fields: OddFields): Partial<OddFields>;
  readonly vector: { readonly given: OddFields; readonly gives: Partial<OddFields> };
}

const USUAL: OddFields = {
  name: "見本　花子",
  kana: "ﾐﾎﾝ ｷｮｳｺ",
  symbol: "0012-34",
  number: "09001",
  personalFamily: "2",
};
const SMALL = "ｧｨｩｪｫｯｬｭｮ";
const LARGE = "ｱｲｳｴｵﾂﾔﾕﾖ";
/** The signs of the operations help guide, full-width as the element wants it (requirements.md R3-10). */
const SIGNS = "＊［］？！「」｀＃＋／";
const LONGEST_NUMBER = 20;

function oddity<const I extends string>(
  id: I,
  title: Bilingual,
  apply: (fields: OddFields) => Partial<OddFields>,
  gives: Partial<OddFields>,
  given: OddFields = USUAL,
): Oddity<I> {
  return { id, title, apply, vector: { given, gives } };
}

/** How insurers are known to write (requirements.md R3-04 to R3-10, C16, C17; receipt-system-interface.md §6.2). */
export const oddities = [
  oddity(
    "unknown-character",
    { ja: "外字が●", en: "a character outside the set as ●" },
    ({ name }) => ({ name: `●${[...name].slice(1).join("")}` }),
    { name: "●本　花子" },
  ),
  oddity("signs-in-name", { ja: "氏名に記号", en: "signs in the name" }, ({ name }) => ({ name: `${name}${SIGNS}` }), {
    name: "見本　花子＊［］？！「」｀＃＋／",
  }),
  oddity(
    "large-kana",
    { ja: "小書きの仮名が大書き", en: "small kana written large" },
    ({ kana }) => ({ kana: [...kana].map((letter) => LARGE[SMALL.indexOf(letter)] ?? letter).join("") }),
    { kana: "ﾐﾎﾝ ｷﾖｳｺ" },
  ),
  oddity(
    "kana-blanks",
    { ja: "カナの空白が多い", en: "more blanks in the kana" },
    ({ kana }) => ({ kana: kana.replace(" ", "   ") }),
    { kana: "ﾐﾎﾝ   ｷｮｳｺ" },
  ),
  oddity("kana-missing", { ja: "カナなし", en: "no kana" }, () => ({ kana: "" }), { kana: "" }),
  oddity(
    "zero-dropped",
    { ja: "先頭のゼロの欠落", en: "leading zeros dropped" },
    ({ symbol, number }) => ({ symbol: dropped(symbol), number: dropped(number) }),
    { symbol: "12-34", number: "9001" },
  ),
  oddity(
    "zero-added",
    { ja: "先頭のゼロの付加", en: "zeros added in front" },
    ({ symbol, number }) => ({ symbol: `0${symbol}`, number: `00${number}` }),
    { symbol: "00012-34", number: "0009001" },
  ),
  oddity(
    "symbol-signs",
    { ja: "記号に●・／・空白", en: "●, a slash or a blank in the symbol" },
    ({ symbol }) => ({ symbol: `●／ ${symbol}` }),
    { symbol: "●／ 0012-34" },
  ),
  oddity("symbol-empty", { ja: "記号なし", en: "no symbol" }, () => ({ symbol: "" }), { symbol: "" }),
  oddity(
    "symbol-in-number",
    { ja: "番号に記号が混入", en: "the symbol stands inside the number" },
    ({ symbol, number }) => ({ symbol: "", number: `${symbol}-${number}`.slice(0, LONGEST_NUMBER) }),
    { symbol: "", number: "0012-34-09001" },
  ),
  oddity(
    "symbol-kanji",
    { ja: "記号に漢字", en: "kanji in the symbol" },
    ({ symbol }) => ({ symbol: `架健${symbol}` }),
    { symbol: "架健0012-34" },
  ),
  oddity(
    "symbol-kanji-dropped",
    { ja: "記号の漢字の欠落", en: "the kanji of the symbol dropped" },
    ({ symbol }) => ({ symbol: symbol.replace(/\p{Script=Han}/gu, "") }),
    { symbol: "１２" },
    { ...USUAL, symbol: "架健１２" },
  ),
  oddity(
    "family-differs",
    { ja: "本人・家族の相違", en: "insured person and family member mixed up" },
    ({ personalFamily }) => ({ personalFamily: personalFamily === "1" ? "2" : "1" }),
    { personalFamily: "1" },
  ),
] as const;

/** Id of an oddity. */
export type OddityId = (typeof oddities)[number]["id"];

/** A person as an insurer who writes so would register them; the first insurance is the one that is written oddly. */
export function writtenOddly(person: InsuredPerson, id: OddityId): InsuredPerson {
  const [row, ...others] = person.eligibilities;
  const found = oddities.find((candidate) => candidate.id === id);
  if (row === undefined || found === undefined) return person;
  const { symbol = "", number, personalFamily = "" } = row;
  const fields = { name: person.name, kana: person.kana, symbol, number, personalFamily };
  const { name, kana, ...insured } = { ...fields, ...found.apply(fields) };
  return { ...person, name, kana, eligibilities: [rewritten(row, insured), ...others] };
}

/** What is empty is left out, as an answer does (receipt-system-interface.md fact 6). */
function rewritten(
  row: Eligibility,
  { symbol, number, personalFamily }: Pick<OddFields, "symbol" | "number" | "personalFamily">,
): Eligibility {
  const { symbol: _symbol, personalFamily: _family, ...rest } = row;
  return {
    ...rest,
    ...(symbol === "" ? {} : { symbol }),
    number,
    ...(personalFamily === "1" || personalFamily === "2" ? { personalFamily } : {}),
  };
}

function dropped(digits: string): string {
  return digits.replace(/^0+(?=.)/, "");
}
