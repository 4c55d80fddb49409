import { type Draws, pick } from "./draws.ts";
import { halfWidthKana } from "./half-width-kana.ts";

/** A part of a name. */
export interface NamePart {
  /** Full-width. */
  readonly written: string;
  /** Half-width. */
  readonly kana: string;
}

/** Administrative sex of a computed person, OQSCD007 (3 未設定 is laid over where wanted). */
export type DrawnSex = "1" | "2";

/** Words of landscape and weather, hardly anybody's family name: nobody real is meant. */
const FAMILY_NAMES = parts(`
  朝霧/アサギリ 夕凪/ユウナギ 青葉/アオバ 若草/ワカクサ 白波/シラナミ 高波/タカナミ 高嶺/タカネ 星崎/ホシザキ
  波崎/ナミザキ 月影/ツキカゲ 花園/ハナゾノ 春風/ハルカゼ 初雪/ハツユキ 松風/マツカゼ 竹垣/タケガキ 稲穂/イナホ
  水車/ミズグルマ 石畳/イシダタミ 麦畑/ムギバタケ 糸車/イトグルマ 雨宿/アマヤドリ 虹橋/ニジハシ 霜柱/シモバシラ
  陽炎/カゲロウ 茜雲/アカネグモ 若鮎/ワカアユ 千鳥/チドリ 雲雀/ヒバリ 木陰/コカゲ 山彦/ヤマビコ 渡船/ワタシブネ
  灯台/トウダイ 笹舟/ササブネ 落葉/オチバ 菜花/ナノハナ 氷柱/ツララ 入江/イリエ 砂浜/スナハマ 遠雷/エンライ 小道/コミチ
`);

const GIVEN_STEMS = parts(`
  春/ハル 夏/ナツ 秋/アキ 冬/フユ 海/ウミ 空/ソラ 星/ホシ 光/ミツ 花/ハナ 雪/ユキ 月/ツキ 風/カゼ 森/モリ
  徳/ノリ 晶/ショウ 純/ジュン
`);

const GIVEN_ENDINGS: Readonly<Record<DrawnSex, readonly NamePart[]>> = {
  "1": parts("彦/ヒコ 郎/ロウ 太/タ 人/ト 雄/オ 平/ヘイ"),
  "2": parts("子/コ 美/ミ 香/カ 江/エ 代/ヨ 奈/ナ"),
};

/** Old forms 旧字体 that trouble receipt systems (receipt-system-interface.md §6.2). */
const OLD_FORMS: Readonly<Record<string, string>> = { 高: "髙", 崎: "﨑", 徳: "德" };
/** One in this many of the names that have an old form is written with it: some four names in a hundred (ours). */
const ONE_OLD_FORM_IN = 4;

/** A name in its two parts. */
export interface PersonName {
  readonly family: NamePart;
  readonly given: NamePart;
}

/** Names as foreign residents have them registered: full-width Latin capitals; words, nobody's names. */
const FOREIGN_FAMILY_NAMES = parts(`
  ＲＡＩＮＢＯＷ/レインボウ ＭＯＯＮＲＩＳＥ/ムーンライズ ＲＩＶＥＲＢＥＮＤ/リバーベンド ＳＴＯＮＥＧＡＴＥ/ストーンゲート
  ＷＩＮＤＦＡＬＬ/ウインドフォール ＳＮＯＷＤＲＯＰ/スノードロップ ＬＡＮＴＥＲＮ/ランタン ＨＡＲＢＯＵＲ/ハーバー
`);
const FOREIGN_GIVEN_NAMES: Readonly<Record<DrawnSex, readonly NamePart[]>> = {
  "1": parts("ＡＳＰＥＮ/アスペン ＣＥＤＡＲ/シーダー ＲＯＷＡＮ/ローアン ＬＩＮＤＥＮ/リンデン"),
  "2": parts("ＩＶＹ/アイビー ＬＩＬＹ/リリー ＶＩＯＬＡ/ビオラ ＦＲＥＥＳＩＡ/フリージア"),
};

/** A name of a foreign resident; the household shares the first part. */
export function drawForeignName(sex: DrawnSex, family: Draws, given: Draws): PersonName {
  return { family: pick(FOREIGN_FAMILY_NAMES, family), given: pick(FOREIGN_GIVEN_NAMES[sex], given) };
}

/** A family name; a household shares one. */
export function drawFamilyName(draws: Draws): NamePart {
  return drawSpelling(pick(FAMILY_NAMES, draws), draws);
}

/** A given name of a stem and an ending that goes with the sex. */
export function drawGivenName(sex: DrawnSex, draws: Draws): NamePart {
  const stem = drawSpelling(pick(GIVEN_STEMS, draws), draws);
  const ending = pick(GIVEN_ENDINGS[sex], draws);
  return { written: `${stem.written}${ending.written}`, kana: `${stem.kana}${ending.kana}` };
}

/** The name on the wire: full-width, full-width blank between the parts (receipt-system-interface.md §2.4 row 8). */
export function writtenName({ family, given }: PersonName): string {
  return `${family.written}　${given.written}`;
}

/** The reading on the wire: half-width kana, half-width blank (receipt-system-interface.md §2.4 row 10). */
export function kanaName({ family, given }: PersonName): string {
  return `${family.kana} ${given.kana}`;
}

function drawSpelling(part: NamePart, draws: Draws): NamePart {
  return draws(ONE_OLD_FORM_IN) === 0 ? (IN_OLD_FORM.get(part) ?? part) : part;
}

/** Parts that have an old form, written with it. */
const IN_OLD_FORM: ReadonlyMap<NamePart, NamePart> = new Map(
  [...FAMILY_NAMES, ...GIVEN_STEMS]
    .filter(({ written }) => /[高崎徳]/.test(written))
    .map((part) => [
      part,
      { ...part, written: part.written.replace(/[高崎徳]/g, (character) => OLD_FORMS[character] ?? character) },
    ]),
);

/** Parts from `written/katakana` words. */
function parts(words: string): readonly NamePart[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [written = "", katakana = ""] = word.split("/");
      return { written, kana: halfWidthKana(katakana) };
    });
}
