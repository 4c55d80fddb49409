import type { Command } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { day, languageOption, wholeNumber } from "../edges/options.ts";

/** Options of `madoguchi population` as given. */
export interface PopulationOptions {
  readonly index?: number;
  readonly query?: string;
  /** `yyyy-mm-dd`. */
  readonly on?: string;
  readonly seed: number;
  readonly json?: true;
  readonly lang: Language;
}

const EXAMPLES = `
Examples:
  $ madoguchi population                                     the country in numbers
  $ madoguchi population --index 1000                        one person with all that the centre knows
  $ madoguchi population --index 1000 --on 2024-12-01        the same person on another day
  $ madoguchi population --query 01990472/575289             who is insured under insurer number/number
  $ madoguchi population --query 12993531/0590174            who has 公費負担者番号/受給者番号
  $ madoguchi population --query 9910000018                  the facility with a code; 06990014: an insurer
  $ madoguchi population --query 架空県青浪市                the municipality and its welfare office
  $ madoguchi population --query "name=石畳 月彦,birth=1994-06-24,address=架空県椿鐘市"
                                                             by name: with address (or part of it) or insurer=<name>

Everybody is computed from --seed; no real person, insurer or facility is meant. The 12-digit personal number is never
shown. docs/population.md explains what is computed, and how.

Exit codes: 0 found, 1 nobody and nothing found, 2 a wrong option or query.`;

/** Adds `madoguchi population`. */
export function addPopulation(program: Command): void {
  program
    .command("population")
    .description(
      "show the computed country: a person with all that the centre knows, a facility, an insurer, or all in numbers",
    )
    .option("--index <number>", "the person with an index, 0 to 124999999", wholeNumber)
    .option("--query <text>", "numbers, an address, or name=…,birth=…,address=…")
    .option("--on <yyyy-mm-dd>", "the day to look at, 2021-03-04 to 2049-12-31; without it today", day)
    .option("--seed <number>", "another country", wholeNumber, 1)
    .option("--json", "print JSON, for programs")
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: PopulationOptions) => {
      const { runPopulation } = await import("./population-run.ts");
      process.exitCode = runPopulation(options);
    });
}
