import type { Command } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { gathered, languageOption, place, wholeNumber } from "../edges/options.ts";
import { baudOption, serialOption } from "./line-options.ts";

/** Options of `madoguchi firmware` as given. */
export interface FirmwareOptions {
  readonly exec?: string;
  readonly serial?: string;
  readonly baud: number;
  readonly benchSerial?: string;
  readonly tcp?: string;
  readonly benchTcp?: string;
  readonly pcsc?: string;
  readonly mutant?: string;
  readonly ics?: string;
  readonly icsExample?: true;
  readonly list?: true;
  readonly check?: readonly string[];
  readonly seed: number;
  readonly report?: readonly string[];
  readonly out: string;
  readonly lang: Language;
}

const EXAMPLES = `
Examples:
  $ madoguchi firmware                                    our own reference firmware, in this process: exit code 0
  $ madoguchi firmware --mutant X03                       the same with one slip: exit code 1, and which clause it breaks
  $ madoguchi firmware --ics-example > reader.json        a conformance statement to change
  $ madoguchi firmware --serial /dev/ttyUSB0 --ics reader.json
  $ madoguchi firmware --serial COM5 --ics reader.json --check SR --check CC-03
  $ madoguchi firmware --tcp 127.0.0.1:4000 --bench-tcp 127.0.0.1:4001 --ics reader.json
  $ madoguchi firmware --exec "./build/ccid-stub" --ics ics.json --report junit=out/junit.xml
  $ madoguchi firmware --pcsc "Reader name"               a reader with a card, through the machine's PC/SC

Exit codes: 0 pass, 1 the firmware broke a clause, 2 usage, 3 configuration, 4 our own error, 5 incomplete.`;

/** Adds `madoguchi firmware`. */
export function addFirmware(program: Command): void {
  program
    .command("firmware")
    .description("validate a reader's firmware clause by clause: serial, TCP, a program, or through PC/SC")
    .option("--exec <command>", "start this program: CCID on its stdin and stdout, the bench port on descriptor 3")
    .addOption(serialOption("the port of the reader"))
    .addOption(baudOption())
    .option("--bench-serial <path>", "the port of its bench port, if it has one (docs/bench-port.md)")
    .option("--tcp <host:port>", "the same frames over TCP")
    .option("--bench-tcp <host:port>", "its bench port over TCP")
    .option("--pcsc <name>", "a reader of the machine's PC/SC with a card in it; a part of its name")
    .option("--mutant <id>", "our reference firmware with one slip, in this process; --list names them")
    .option("--ics <file>", "what the reader is said to do, as JSON; without it what the reference declares")
    .option("--ics-example", "print a conformance statement to start from, and end")
    .option("--list", "list the checks and the mutants, and end")
    .option("--check <id>", "only this check or this set (SR, CC, T1, B, AP, HU, PC); several times", gathered)
    .option("--seed <number>", "other PINs, other chance", wholeNumber, 1)
    .option("--report <format>=<file>", "also write a report: html, json or junit", gathered)
    .option("--out <folder>", "where reports and traces go", place, "madoguchi-firmware")
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: FirmwareOptions) => {
      const { runFirmwareCommand } = await import("./firmware-run.ts");
      process.exitCode = await runFirmwareCommand(options);
    });
}
