import type { Command } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { day, gathered, languageOption, place, wholeNumber } from "../edges/options.ts";

/** Options of `madoguchi documents` as given. */
export interface DocumentsOptions {
  readonly list?: true;
  readonly persona?: string;
  readonly index?: number;
  readonly kind?: readonly string[];
  /** `key=value`, several. */
  readonly printed?: readonly string[];
  readonly out: string;
  /** `yyyy-mm-dd`. */
  readonly on?: string;
  readonly seed: number;
  readonly lang: Language;
}

const EXAMPLES = `
Examples:
  $ madoguchi documents --list                                   the kinds, what each is worth, and its items
  $ madoguchi documents --persona employee                       everything that persona holds, as PDF
  $ madoguchi documents --index 4071 --kind notice             one kind, of one of 125 million people
  $ madoguchi documents --kind certificate-card --printed "address=架空県旧住所町１番地"
                                                                 printed otherwise than registered`;

/** Adds `madoguchi documents`. */
export function addDocuments(program: Command): void {
  program
    .command("documents")
    .description("write the documents a person sees or hands over as PDF, every page marked 見本 / SIMULATION")
    .option("--list", "list the kinds of documents with their items, and end")
    .option("--persona <id>", "whose documents; without it and --index those of employee")
    .option("--index <number>", "whose documents: a person of the population by number", wholeNumber)
    .option("--kind <id>", "this kind alone; several times; without it all", gathered)
    .option(
      "--printed <item=text>",
      "print this instead of what is registered; with one --kind; several times",
      gathered,
    )
    .option("--out <folder>", "where to write", place, "madoguchi-documents")
    .option("--on <yyyy-mm-dd>", "the day the documents are looked at; without it today", day)
    .option("--seed <number>", "other people, other numbers", wholeNumber, 1)
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: DocumentsOptions) => {
      if (options.list === true) {
        const { listDocuments } = await import("./documents-list.ts");
        process.stdout.write(listDocuments(options.lang));
        return;
      }
      const { runDocuments } = await import("./documents-run.ts");
      process.exitCode = await runDocuments(options);
    });
}
