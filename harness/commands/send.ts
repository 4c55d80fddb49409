import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { languageOption, place, wholeNumber } from "../edges/options.ts";
import { CONSENT_OPTIONS, type ConsentOption } from "./send-consent.ts";

/** Options of `madoguchi send` as given. */
export interface SendOptions {
  readonly kind?: string;
  /** A kind, or true for the usual one. */
  readonly example?: string | true;
  readonly index?: number;
  readonly seed: number;
  /** `yyyy-mm-dd` or `yyyy-mm-ddThh:mm[:ss]`, Japan time. */
  readonly on?: string;
  readonly ledger: string;
  /** Kinds the patient consents to before the request. */
  readonly consent?: readonly ConsentOption[];
  readonly encoding?: "as-request" | "UTF-8" | "Shift_JIS";
  /** A profile file. */
  readonly profile?: string;
  readonly out?: string;
  readonly lang: Language;
}

const EXAMPLES = `
Examples:
  $ madoguchi send --example > OQSsiquc01req_000000000001.xml      a request that is answered "valid"
  $ madoguchi send OQSsiquc01req_000000000001.xml                  its result on stdout, what it means on stderr
  $ madoguchi send draft.xml --kind OQSsiquc01                     a file with a name of your own
  $ madoguchi send OQSsiquc01req_000000000001.xml --on 2024-11-30  as the centre would have answered on that day
  $ madoguchi send YZKsiquc01req_000000000001.xml --consent drug   drug information of somebody who consented
  $ madoguchi send OQSmuquc01req_000000000001.xml --ledger sqlite:centre.sqlite
                                                                   remembered: the next send may ask for the result
  $ madoguchi send OQSmuquc01req_000000000001.xml --ledger postgres://me@localhost/centre --out results

Exit codes: 0 the centre answered, 1 the request cannot be used or was refused as a whole, 2 a wrong option,
3 the ledger or a file cannot be used.`;

/** Adds `madoguchi send`. */
export function addSend(program: Command): void {
  program
    .command("send")
    .description("put one request file through the centre and print the result: the quickest way to see an answer")
    .argument("[request]", "a request file; its kind follows from its name, OQSsiquc01req_000000000001.xml")
    .option("--kind <code>", "the kind of a file with another name, as OQSsiquc01")
    .option("--example [kind]", "print a request about a computed person instead (OQSsiquc01 unless told)")
    .option("--index <number>", "the person of --example", wholeNumber)
    .option("--seed <number>", "other people, other facilities", wholeNumber, 1)
    .option("--on <day or instant>", "the centre's time, yyyy-mm-dd[Thh:mm] in Japan; without it now", dayOrInstant)
    .option("--ledger <place>", "memory, sqlite:<file> or postgres://… (docs/ledger.md)", "memory")
    .addOption(
      new Option(
        "--consent <kind...>",
        "of drugs and check-ups: the patient has just consented by card, to these kinds",
      ).choices([...CONSENT_OPTIONS]),
    )
    .addOption(
      new Option("--encoding <encoding>", "encoding of the result; that of the request unless told").choices([
        "as-request",
        "UTF-8",
        "Shift_JIS",
      ]),
    )
    .option("--profile <file>", "switches of terminal and centre (`madoguchi profile --print` makes one)")
    .option("--out <folder>", "write the result there under its name, and print the name instead", place)
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, options: SendOptions) => {
      const { runSend } = await import("./send-run.ts");
      process.exitCode = await runSend(path, options);
    });
}

function dayOrInstant(value: string): string {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/.test(value))
    throw new InvalidArgumentError("give yyyy-mm-dd or yyyy-mm-ddThh:mm, Japan time.");
  return value;
}
