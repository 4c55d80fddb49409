import { MisuseError } from "../../../simulator/kernel/errors.ts";

/** Longer command lines are a mistake, not a program. */
const MAX_LENGTH = 8_192;

/**
 * Splits a command into program and arguments: blanks part them, single or double quotes keep blanks in. A backslash is a
 * backslash, because paths of Windows have them; there are no other signs, because no shell reads this. Throws a
 * {@link MisuseError} that names `field`.
 */
export function splitCommand(field: string, text: string): readonly [program: string, ...args: string[]] {
  if (text.length > MAX_LENGTH) throw new MisuseError(field, `longer than ${MAX_LENGTH} characters`);
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (const character of text) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word = `${word ?? ""}${character}`;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= ""; // "" is an argument too
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = `${word ?? ""}${character}`;
  }
  if (quote !== undefined) throw new MisuseError(field, `a ${quote} opens and never closes`);
  if (word !== undefined) words.push(word);
  const [program = "", ...args] = words;
  if (program === "") throw new MisuseError(field, 'names no program; give one such as "./build/ccid-stub"');
  return [program, ...args];
}
