import type { Command } from "commander";
import type { CardTableOptions } from "../edges/card-table.ts";
import { addressOption, portOption } from "./card-addresses.ts";
import { addCardOptions } from "./card-options.ts";

/** Options of `madoguchi card` as given. */
export interface CardCommandOptions extends CardTableOptions {
  readonly list?: true;
  /** `host:port` of the driver; true for its usual place. */
  readonly vpcd?: { readonly host: string; readonly port: number } | true;
  readonly port?: number;
  /** A path, or true for the usual one. */
  readonly pcsc?: string | true;
}

const EXAMPLES = `
Examples:
  $ madoguchi card --list                                    whose card, which faults, which choices
  $ madoguchi card                                           a card on our own PC/SC service (Linux), APDUs in words
  $ madoguchi card --persona pin-blocked --persona felica    two readers
  $ madoguchi card --vpcd                                    in the vpcd reader of a real pcscd
  $ madoguchi card --port 35900                              over TCP, a JSON object a line (docs/apdu-port.md)
  $ madoguchi card --fault torn-at-apdu:apdu=5 --pcapng torn.pcapng

Type "help" while it runs: insert, remove, unblock, fault, repair. Ctrl-C ends.`;

/** Adds `madoguchi card`. */
export function addCard(program: Command): void {
  const command = program
    .command("card")
    .description("run emulated My Number cards for real programs, and show what is said to them, in words")
    .option("--list", "list the cards, faults, ATRs and choices, and end");
  addCardOptions(command)
    .option("--pcsc [socket]", "serve PC/SC programs through our own service; the default on Linux")
    .addOption(addressOption())
    .addOption(portOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: CardCommandOptions) => {
      if (options.list === true) {
        const { listCards } = await import("./card-list.ts");
        process.stdout.write(listCards(options.lang));
        return;
      }
      const { runCards } = await import("./card-run.ts");
      process.exitCode = await runCards(options);
    });
}
