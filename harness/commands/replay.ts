import type { Command } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { languageOption } from "../edges/options.ts";

const EXAMPLES = `
Examples:
  $ madoguchi replay madoguchi-report/traces/C56.ndjson     run it again and compare, line by line`;

/** Adds `madoguchi replay`. */
export function addReplay(program: Command): void {
  program
    .command("replay")
    .description("run a recorded trace again and compare it, then judge it again")
    .argument("<trace>", "a trace file (NDJSON)")
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, { lang }: { readonly lang: Language }) => {
      const { runReplay } = await import("./replay-run.ts");
      process.exitCode = await runReplay(path, lang);
    });
}
