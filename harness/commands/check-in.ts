import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { day, languageOption, place, wholeNumber } from "../edges/options.ts";
import { fourDigits } from "./card-options.ts";
import { baudOption, serialOption } from "./line-options.ts";

/** Ways to confirm somebody with a card. */
const METHODS = ["face", "pin", "visual"] as const;

/** Options of `madoguchi check-in` as given. */
export interface CheckInOptions {
  readonly serial?: string;
  readonly baud: number;
  readonly tcp?: string;
  readonly pcsc?: string;
  readonly as: string;
  readonly persona: string;
  readonly method?: readonly (typeof METHODS)[number][];
  readonly pin: string;
  readonly seed: number;
  readonly date?: string;
  readonly out: string;
  readonly lang: Language;
}

const EXAMPLES = `
Examples, with the card in another terminal:
  $ socat pty,raw,echo=0,link=./reader pty,raw,echo=0,link=./host &
  $ madoguchi reader --serial ./reader                       a contactless reader with the card of an employee
  $ madoguchi check-in --serial ./host                       by face
  $ madoguchi check-in --serial ./host --method pin          the PIN of both commands is 1234 unless --pin says another
  $ madoguchi reader --serial ./reader --as gempc-twin       a reader that takes blocks of T=1 …
  $ madoguchi check-in --serial ./host --as gempc-twin       … is named here as well
  $ madoguchi check-in --tcp 127.0.0.1:4000                  the same frames over TCP
  $ madoguchi check-in --pcsc Madoguchi                      a reader of the machine's PC/SC, or of madoguchi card

Exit codes: 0 done, 1 the check-in ended with a message, 2 usage, 3 configuration, 4 our own error.`;

/** Adds `madoguchi check-in`. */
export function addCheckIn(program: Command): void {
  program
    .command("check-in")
    .description("one person checks in with an emulated card on a reader outside; terminal, line and centre are ours")
    .addOption(serialOption("the port of the reader"))
    .addOption(baudOption())
    .option("--tcp <host:port>", "the same frames over TCP")
    .option("--pcsc <name>", "a reader of the machine's PC/SC; a part of its name")
    .option("--as <model>", "kind of reader on the line; `madoguchi reader --list` names them", "sim-antenna")
    .option("--persona <id>", "whose card lies there", "employee")
    .addOption(
      new Option(
        "--method <way>",
        `${METHODS.join(", ")}: what is chosen; again for what is chosen next (face)`,
      ).argParser(way),
    )
    .option("--pin <digits>", "what the person types", fourDigits, "1234")
    .option("--seed <number>", "as the card was made with", wholeNumber, 1)
    .option("--date <yyyy-mm-dd>", "as the card was made with; without it today", day)
    .option("--out <folder>", "where the face file and the trace go", place, "madoguchi-check-in")
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: CheckInOptions) => {
      const { runCheckIn } = await import("./check-in-run.ts");
      process.exitCode = await runCheckIn(options);
    });
}

function way(value: string, before: CheckInOptions["method"]): CheckInOptions["method"] {
  const found = METHODS.find((method) => method === value);
  if (found === undefined) throw new InvalidArgumentError(`give one of ${METHODS.join(", ")}.`);
  return [...(before ?? []), found];
}
