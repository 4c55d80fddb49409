import type { Command } from "commander";
import type { CardTableOptions } from "../edges/card-table.ts";
import { addCardOptions } from "./card-options.ts";

/** Options of `madoguchi pcsc` as given. */
export interface PcscCommandOptions extends CardTableOptions {
  readonly view?: true;
}

const EXAMPLES = `
Examples:
  $ madoguchi pcsc -- opensc-tool -l                           readers as OpenSC sees them, no pcscd, no root
  $ madoguchi pcsc -- pkcs15-tool -D
  $ madoguchi pcsc --view -- pkcs11-tool --list-objects        with every APDU in words on standard error
  $ madoguchi pcsc --persona pin-blocked -- npm test           your own tests against a locked card
  $ madoguchi pcsc --fault memory-failure -- ./my-program

The exit code is the command's; 3 when it cannot be started.`;

/** Adds `madoguchi pcsc`. */
export function addPcsc(program: Command): void {
  const command = program
    .command("pcsc")
    .description("run a command whose PC/SC calls reach emulated cards (Linux): no pcscd, no driver, no root")
    .argument("<command...>", "what to run, after --");
  addCardOptions(command)
    .option("--view", "show every APDU in words on standard error")
    .addHelpText("after", EXAMPLES)
    .action(async (words: readonly string[], options: PcscCommandOptions) => {
      const { runPcsc } = await import("./pcsc-run.ts");
      process.exitCode = await runPcsc(words, options);
    });
}
