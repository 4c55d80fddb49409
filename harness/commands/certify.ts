import type { Command } from "commander";
import { day, gathered, languageOption, paceOption, place, wholeNumber } from "../edges/options.ts";
import type { CertifyOptions } from "./certify-run.ts";

const EXAMPLES = `
Examples:
  $ madoguchi certify                                     the certification scenarios, the bundled reference receipt system
  $ madoguchi certify --subject broken/takes-next-file    a receipt system with one defect: exit code 1
  $ madoguchi certify --scenario C01 --scenario C56 --seed 7
  $ madoguchi certify --scenario F08 --subject reader/own-pin-counter   a reader under test, with one slip
  $ madoguchi certify --scenario C01 --policy-date 2024-10-06   a day before the limit screen went
  $ madoguchi certify --profile profile.yaml            results in Shift_JIS, slow, zipped …: what the file says
  $ madoguchi certify --report junit=out/junit.xml --report html=out/report.html
  $ madoguchi certify --scenario C01 --wire loopback --wire-as gempc-twin   through CCID and T=1
  $ madoguchi certify --live --folder ./oqs               your own receipt system over req, res and face

Exit codes: 0 pass, 1 the receipt system failed, 2 usage, 3 configuration, 4 our own error, 5 incomplete.`;

/** Adds `madoguchi certify`. */
export function addCertify(program: Command): void {
  program
    .command("certify")
    .description("run the certification scenarios against a receipt system and report a verdict")
    .option(
      "--subject <name>",
      "built-in receipt system: reference (the default), or broken/<defect>; or a reader: reader/<slip>",
    )
    .option("--scenario <id>", "run only this scenario; may be given several times", gathered)
    .option(
      "--policy-date <day>",
      "first day of every scenario, yyyy-mm-dd from 2021-03-04 on; dated rules follow",
      day,
    )
    .option("--profile <file>", "switches of terminal and centre (`madoguchi profile --print` makes one)")
    .option("--seed <number>", "seed of every scenario; without it each uses its own", wholeNumber)
    .option("--report <format>=<file>", "also write a report: html, json or junit", gathered)
    .option("--out <folder>", "where reports and traces go", place, "madoguchi-report")
    .addOption(languageOption())
    .option("--wire <ends>", "hang the first reader on a wire: loopback, or two joined serial ports <a>,<b>")
    .option("--wire-front <ends>", "its screen, keys and camera as well: two more serial ports; a loopback has them")
    .option("--wire-as <model>", "kind of reader on the wire (sim-contacts); `madoguchi reader --list` names them")
    .option("--live", "let a receipt system outside this process work on the folders in --folder")
    .option("--folder <folder>", "folder that holds req, res and face (with --live)", place)
    .addOption(paceOption("virtual seconds a second (with --live)"))
    .addHelpText("after", EXAMPLES)
    .action(async (options: CertifyOptions) => {
      // Loaded when it is needed: --help and a wrong option must not wait for the whole house.
      const { runCertify } = await import("./certify-run.ts");
      process.exitCode = await runCertify(options);
    });
}
