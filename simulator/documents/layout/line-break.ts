import LineBreaker from "linebreak";

/** How wide a text is, in em of its face. */
export type MeasureEm = (text: string) => number;

/** Widths are sums of fractions; what is over by less than this is rounding. */
const ROUNDING_EM = 1e-6;

/**
 * Breaks a text into lines at most `widthEm` wide, by the rules of Unicode (UAX #14): no line begins with 、。」）or a
 * small kana (行頭禁則), none ends with 「（ (行末禁則), and Latin words and numbers stay whole; so do, beyond UAX #14, words in
 * katakana and in full-width Latin where a line has room for them, as in the names of foreigners. What has no place to break and
 * is still too wide, such as a number of thirty digits, breaks after any character. A line feed ends a line; blanks at
 * the end of a line are dropped. An empty text is one empty line.
 */
export function breakLines(text: string, widthEm: number, measure: MeasureEm): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const end = (): void => {
    lines.push(trimEnd(line));
    line = "";
  };
  for (const { piece, ends } of wholeWords(pieces(text), (word) => !tooWide(word, widthEm, measure))) {
    if (line !== "" && tooWide(line + piece, widthEm, measure)) end();
    for (const character of piece) {
      if (line !== "" && tooWide(line + character, widthEm, measure)) end();
      line += character;
    }
    if (ends) end();
  }
  if (line !== "" || lines.length === 0) end();
  return lines;
}

function* pieces(text: string): Generator<Piece> {
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const piece = text.slice(from, next.position);
    yield { piece: piece.replace(/[\r\n]+$/, ""), ends: /[\r\n]$/.test(piece) };
    from = next.position;
  }
}

/** Katakana or full-width Latin on both sides of a place to break: the place lies inside a word. */
const INSIDE_A_WORD = /(?:[ァ-ヺー]\n[ァ-ヺー]|[Ａ-Ｚａ-ｚ]\n[Ａ-Ｚａ-ｚ])/;

/** Width of the widest word, in em: on a narrower line it is broken. */
export function widestWordEm(text: string, measure: MeasureEm): number {
  return Math.max(
    0,
    ...Array.from(
      wholeWords(pieces(text), () => true),
      ({ piece }) => measure(trimEnd(piece)),
    ),
  );
}

interface Piece {
  readonly piece: string;
  /** A line ends behind it. */
  readonly ends: boolean;
}

/** Puts the pieces of a word together again where `fits` says that a line has room for it. */
function* wholeWords(all: Iterable<Piece>, fits: (word: string) => boolean): Generator<Piece> {
  let word: Piece[] = [];
  const joined = (): readonly Piece[] => {
    const piece = word.map((part) => part.piece).join("");
    return fits(piece) ? [{ piece, ends: word.at(-1)?.ends === true }] : word;
  };
  for (const next of all) {
    const before = word.at(-1);
    const inside = before?.ends === false && INSIDE_A_WORD.test(`${before.piece.at(-1)}\n${next.piece.at(0)}`);
    if (before !== undefined && !inside) {
      yield* joined();
      word = [];
    }
    word.push(next);
  }
  if (word.length > 0) yield* joined();
}

const trimEnd = (line: string): string => line.replace(/[ \u3000]+$/, "");

function tooWide(text: string, widthEm: number, measure: MeasureEm): boolean {
  return measure(trimEnd(text)) > widthEm + ROUNDING_EM;
}

/** Text and its lines at a width in full-width characters; a half-width one counts half. */
export const lineBreakVectors = [
  { rule: "no line begins with a full stop", text: "保険者です。次", widthEm: 5, lines: ["保険者で", "す。次"] },
  { rule: "no line begins with a comma", text: "氏名住所、性別", widthEm: 4, lines: ["氏名住", "所、性別"] },
  { rule: "no line begins with a closing bracket", text: "証（見本）です", widthEm: 4, lines: ["証（見", "本）です"] },
  { rule: "no line ends with an opening bracket", text: "資格証「見本」", widthEm: 4, lines: ["資格証", "「見本」"] },
  { rule: "no line begins with a small kana", text: "あいうキャップ", widthEm: 4, lines: ["あいう", "キャップ"] },
  { rule: "no line begins with a long-vowel mark", text: "あいうカード", widthEm: 4, lines: ["あいう", "カード"] },
  { rule: "no line begins with 々", text: "あいう人々", widthEm: 4, lines: ["あいう", "人々"] },
  { rule: "a number stays whole", text: "上限5,000円", widthEm: 4, lines: ["上限", "5,000円"] },
  { rule: "a Latin word stays whole", text: "見本SIMULATION", widthEm: 5, lines: ["見本", "SIMULATION"] },
  { rule: "a word in katakana stays whole", text: "架空オンライン", widthEm: 6, lines: ["架空", "オンライン"] },
  {
    rule: "a full-width Latin word stays whole",
    text: "ＡＳＰ　ＬＩＮＤＥＮ",
    widthEm: 6,
    lines: ["ＡＳＰ", "ＬＩＮＤＥＮ"],
  },
  { rule: "voicing marks stay with their kana", text: "ｱｲｳｶﾞ", widthEm: 2, lines: ["ｱｲｳ", "ｶﾞ"] },
  { rule: "what nothing can break breaks anywhere", text: "1234567890", widthEm: 2, lines: ["1234", "5678", "90"] },
  { rule: "a line feed ends a line", text: "一\n二三", widthEm: 4, lines: ["一", "二三"] },
  { rule: "blanks at the end of a line are dropped", text: "架空　太郎", widthEm: 2, lines: ["架空", "太郎"] },
  { rule: "an empty text is an empty line", text: "", widthEm: 4, lines: [""] },
] as const;
