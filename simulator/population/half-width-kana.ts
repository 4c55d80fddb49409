import { ensure } from "../kernel/errors.ts";

/** Full-width katakana in the order of their half-width forms, U+FF66 … U+FF9D. */
const IN_ORDER =
  "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
const FIRST_HALF_WIDTH = 0xff66;

const HALF_WIDTH: ReadonlyMap<string, string> = new Map([
  ...Array.from(IN_ORDER, (kana, index) => [kana, String.fromCodePoint(FIRST_HALF_WIDTH + index)] as const),
  ["\u3099", "ﾞ"], // the voicing marks that decomposition splits off
  ["\u309a", "ﾟ"],
  ["　", " "],
]);

/**
 * Katakana as the wire writes them: half-width, voicing marks as letters of their own, half-width blank between the parts
 * (receipt-system-interface.md §6.2). Unicode has the mapping the other way only (NFKC widens), hence the table.
 */
export function halfWidthKana(katakana: string): string {
  return Array.from(katakana.normalize("NFD"), (letter) => {
    const half = HALF_WIDTH.get(letter);
    ensure(half !== undefined, `${letter} has no half-width form`);
    return half;
  }).join("");
}

/** Every kind of letter once: plain, voiced, half voiced, small, long, blank. */
export const halfWidthKanaVectors = [
  { katakana: "アサギリ　ハルヒコ", half: "ｱｻｷﾞﾘ ﾊﾙﾋｺ" },
  { katakana: "パピプペポ", half: "ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ" },
  { katakana: "ショウタ", half: "ｼｮｳﾀ" },
  { katakana: "ヴァーッヲン", half: "ｳﾞｧｰｯｦﾝ" },
] as const;
