/**
 * A text without its numbers of twelve digits and more, in any script: one may be a personal number 個人番号, and no text of
 * ours repeats one, wherever it stood.
 */
export function withoutLongNumbers(text: string): string {
  return text.replace(/\p{Nd}{12,}/gu, "…");
}
