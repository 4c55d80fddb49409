/** Characters two columns wide on a terminal; where the Unicode tables leave it open we count two and wrap earlier. */
const WIDE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** Places where a line may end: after a blank, a slash or a hyphen, and on both sides of a wide character. */
const PIECES = new RegExp(`${WIDE.source}|[^\\s/-]*?(?=${WIDE.source})|[^\\s/-]*[\\s/-]?`, "gu");

/** Columns a text takes on a terminal. */
export function widthColumns(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/**
 * Lines of at most `limitColumns` columns (2 or more). cli-table3 can wrap as well, but counts wide characters as one
 * column when it does and drops the rest of the text.
 */
export function wrapText(text: string, limitColumns: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, limitColumns))
    .join("\n");
}

function wrapLine(line: string, limitColumns: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const piece of line.match(PIECES) ?? []) {
    if (widthColumns(current) + widthColumns(piece.trimEnd()) <= limitColumns) {
      current += piece;
      continue;
    }
    if (current !== "") lines.push(current.trimEnd());
    current = "";
    for (const character of piece) {
      if (widthColumns(current) + widthColumns(character) > limitColumns) {
        lines.push(current);
        current = "";
      }
      current += character;
    }
  }
  return [...lines, current.trimEnd()];
}
