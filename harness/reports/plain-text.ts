import { withoutLongNumbers } from "../../simulator/kernel/long-numbers.ts";

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

const LONGEST_NAME = 64;

/** A name from outside as an error quotes it: on one line, at most so long, and without what may be a personal number. */
export function quoted(name: string, most: number = LONGEST_NAME): string {
  // Cut last: half a number would not be known for one, and eleven digits tell the twelfth.
  return oneLine(withoutLongNumbers(name).slice(0, most));
}

/** Far longer than any path or name that helps somebody to find their mistake. */
const LONGEST_WORD = /(\S{500})\S+/gu;
/** A number by itself. Between the letters, strokes and dots of a file's name it is a free part, which has twelve digits. */
const LONE_NUMBER = /(?<![\p{L}\p{N}_./\\-])\p{Nd}{12,}(?![\p{L}\p{N}_-]|\.\p{L})/gu;

/** What an error says, as a terminal may show it: it may quote what somebody typed, or what a file is called. */
export function errorText(text: string): string {
  return plainText(text).replace(LONGEST_WORD, "$1…").replace(LONE_NUMBER, withoutLongNumbers);
}

/** {@link errorText} on a single line: a line end in a file's name must not begin a line of ours. */
export function errorLine(text: string): string {
  return errorText(text).replaceAll(/[\t\n]/g, REPLACEMENT);
}
