import { Option } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";

/** `--lang`; Japanese where the machine speaks Japanese, else English. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of texts and reports")
    .choices(["ja", "en"])
    .default(machineLanguage());
}

function machineLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = LC_ALL ?? LC_MESSAGES ?? LANG ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.startsWith("ja") ? "ja" : "en";
}
