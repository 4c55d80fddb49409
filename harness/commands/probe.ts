import type { Command } from "commander";
import { languageOption } from "../edges/options.ts";
import type { ProbeOptions } from "./probe-run.ts";

const EXAMPLES = `
Reads nothing of a person, asks for no PIN and sends none: whose card it is stays unknown. Every command it can send is
in devices/probe/plan.ts; --json lists those it sent. Other programs that use the card have to be closed first.

Exit codes: 0 the card answered, known or not; 2 wrong option; 3 no PC/SC service, no reader, or no card.

Examples:
  $ madoguchi probe                        the one card that lies on a reader
  $ madoguchi probe --list                 the readers of this machine
  $ madoguchi probe --reader RC-S300       the card on this reader; a part of its name will do
  $ madoguchi probe --json                 the same for programs`;

/** Adds `madoguchi probe`. */
export function addProbe(program: Command): void {
  program
    .command("probe")
    .description("say what card lies on a real PC/SC reader, without reading anything personal")
    .option("--reader <name>", "name of the reader, or a part only one reader has")
    .option("--list", "list the readers and stop")
    .option("--json", "write JSON")
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: ProbeOptions) => {
      const { runProbe } = await import("./probe-run.ts");
      process.exitCode = await runProbe(options);
    });
}
