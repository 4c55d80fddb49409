import { InvalidArgumentError, Option } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { readCivilDate } from "../../simulator/kernel/civil-time.ts";

/** `--lang`; Japanese where the machine speaks Japanese, else English. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of texts and reports")
    .choices(["ja", "en"])
    .default(machineLanguage());
}

/** `--pace`: how fast virtual time follows the wall. */
export function paceOption(description: string): Option {
  return new Option("--pace <factor>", description).argParser(factor).default(1);
}

/** Gathers an option that may be given several times. */
export function gathered(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** A whole number, for `--seed`. */
export function wholeNumber(value: string): number {
  if (!/^-?\d{1,15}$/.test(value)) throw new InvalidArgumentError("give a whole number.");
  return Number(value);
}

/** A day of the calendar, `yyyy-mm-dd`. */
export function day(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || readCivilDate(value) === undefined)
    throw new InvalidArgumentError("give a day of the calendar, yyyy-mm-dd.");
  return value;
}

/** A folder or file to write to. Empty, as an unset variable of a shell leaves it, it would be the folder one is in. */
export function place(value: string): string {
  if (value === "") throw new InvalidArgumentError('give a path; "." is the folder you are in.');
  return value;
}

function factor(value: string): number {
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1)
    throw new InvalidArgumentError("give a whole number from 1 to 9999.");
  return Number(value);
}

function machineLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = LC_ALL ?? LC_MESSAGES ?? LANG ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.startsWith("ja") ? "ja" : "en";
}
