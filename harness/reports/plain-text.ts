/** What stands where a character was that a report must not carry. */
const REPLACEMENT = "\uFFFD";

/**
 * Controls except tab and line feed, lone surrogates and the two non-characters (XML 1.0 §2.2 cannot carry them, a
 * terminal would obey them), and the marks that turn the direction of writing (they make evidence read otherwise than
 * it is).
 */
const UNFIT = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

/** A text any report can show: line ends are line feeds, and every unfit character is U+FFFD, so that its place stays visible. */
export function plainText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(UNFIT, REPLACEMENT);
}

/** {@link plainText} on a single line. */
export function oneLine(text: string): string {
  return plainText(text).replaceAll(/\s+/gu, " ").trim();
}
