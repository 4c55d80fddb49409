import { type Draws, pick } from "./draws.ts";
import { halfWidthKana } from "./half-width-kana.ts";

/** A part of a name: as written, and in full-width katakana. */
type Part = readonly [written: string, kana: string];

/** Administrative sex of a computed person, OQSCD007 (3 未設定 is laid over where wanted). */
export type DrawnSex = "1" | "2";

/** Words of landscape and weather, hardly anybody's family name: nobody real is meant. */
const FAMILY_NAMES: readonly Part[] = [
  ["朝霧", "アサギリ"],
  ["夕凪", "ユウナギ"],
  ["青葉", "アオバ"],
  ["若草", "ワカクサ"],
  ["白波", "シラナミ"],
  ["高波", "タカナミ"],
  ["高嶺", "タカネ"],
  ["星崎", "ホシザキ"],
  ["波崎", "ナミザキ"],
  ["月影", "ツキカゲ"],
  ["花園", "ハナゾノ"],
  ["春風", "ハルカゼ"],
  ["初雪", "ハツユキ"],
  ["松風", "マツカゼ"],
  ["竹垣", "タケガキ"],
  ["稲穂", "イナホ"],
  ["水車", "ミズグルマ"],
  ["石畳", "イシダタミ"],
  ["麦畑", "ムギバタケ"],
  ["糸車", "イトグルマ"],
  ["雨宿", "アマヤドリ"],
  ["虹橋", "ニジハシ"],
  ["霜柱", "シモバシラ"],
  ["陽炎", "カゲロウ"],
  ["茜雲", "アカネグモ"],
  ["若鮎", "ワカアユ"],
  ["千鳥", "チドリ"],
  ["雲雀", "ヒバリ"],
  ["木陰", "コカゲ"],
  ["山彦", "ヤマビコ"],
  ["渡船", "ワタシブネ"],
  ["灯台", "トウダイ"],
  ["笹舟", "ササブネ"],
  ["落葉", "オチバ"],
  ["菜花", "ナノハナ"],
  ["氷柱", "ツララ"],
  ["入江", "イリエ"],
  ["砂浜", "スナハマ"],
  ["遠雷", "エンライ"],
  ["小道", "コミチ"],
];

const GIVEN_STEMS: readonly Part[] = [
  ["春", "ハル"],
  ["夏", "ナツ"],
  ["秋", "アキ"],
  ["冬", "フユ"],
  ["海", "ウミ"],
  ["空", "ソラ"],
  ["星", "ホシ"],
  ["光", "ミツ"],
  ["花", "ハナ"],
  ["雪", "ユキ"],
  ["月", "ツキ"],
  ["風", "カゼ"],
  ["森", "モリ"],
  ["徳", "ノリ"],
  ["晶", "ショウ"],
  ["純", "ジュン"],
];

const GIVEN_ENDINGS: Readonly<Record<DrawnSex, readonly Part[]>> = {
  "1": [
    ["彦", "ヒコ"],
    ["郎", "ロウ"],
    ["太", "タ"],
    ["人", "ト"],
    ["雄", "オ"],
    ["平", "ヘイ"],
  ],
  "2": [
    ["子", "コ"],
    ["美", "ミ"],
    ["香", "カ"],
    ["江", "エ"],
    ["代", "ヨ"],
    ["奈", "ナ"],
  ],
};

/** Old forms 旧字体 that trouble receipt systems (receipt-system-interface.md §6.2). */
const OLD_FORMS: Readonly<Record<string, string>> = { 高: "髙", 崎: "﨑", 徳: "德" };
/** One in this many of the names that have an old form is written with it: some four names in a hundred (ours). */
const ONE_OLD_FORM_IN = 4;

/** A name as written and in full-width katakana. */
export interface PersonName {
  readonly family: Part;
  readonly given: Part;
}

/** A family name; a household shares one. */
export function drawFamilyName(draws: Draws): Part {
  return inOldForm(pick(FAMILY_NAMES, draws), draws);
}

/** A given name of two parts, the second by sex. */
export function drawGivenName(sex: DrawnSex, draws: Draws): Part {
  const [stem, stemKana] = pick(GIVEN_STEMS, draws);
  const [ending, endingKana] = pick(GIVEN_ENDINGS[sex], draws);
  return inOldForm([`${stem}${ending}`, `${stemKana}${endingKana}`], draws);
}

/** The name on the wire: full-width, full-width blank between the parts (receipt-system-interface.md §2.4 row 8). */
export function writtenName({ family, given }: PersonName): string {
  return `${family[0]}　${given[0]}`;
}

/** The reading on the wire: half-width kana, half-width blank (receipt-system-interface.md §2.4 row 10). */
export function kanaName({ family, given }: PersonName): string {
  return halfWidthKana(`${family[1]}　${given[1]}`);
}

function inOldForm([written, kana]: Part, draws: Draws): Part {
  if (draws(ONE_OLD_FORM_IN) !== 0) return [written, kana];
  return [Array.from(written, (character) => OLD_FORMS[character] ?? character).join(""), kana];
}
