import type { Command } from "commander";
import type { CardTableOptions } from "../edges/card-table.ts";
import { portOption } from "./card-addresses.ts";
import { addCardOptions } from "./card-options.ts";
import { baudOption, serialOption } from "./line-options.ts";

/** Options of `madoguchi reader` as given. */
export interface ReaderCommandOptions extends CardTableOptions {
  readonly serial?: string;
  readonly baud: number;
  readonly port?: number;
  readonly as: string;
  readonly profile: string;
  readonly frontSerial?: string;
  readonly frontPort?: number;
  readonly byHand?: true;
  readonly list?: true;
}

const EXAMPLES = `
Examples:
  $ madoguchi reader --list                                   which kinds of reader there are
  $ socat pty,raw,echo=0,link=./reader pty,raw,echo=0,link=./host &
  $ madoguchi reader --serial ./reader                        a contactless reader at the other end of ./host
  $ madoguchi reader --serial ./reader --as gempc-twin        as pcscd's own serial driver expects it
  $ madoguchi reader --serial COM5 --persona pin-blocked --fault slow-chip
  $ madoguchi reader --port 4000                              the same frames over TCP on the loopback
  $ madoguchi reader --port 4000 --front-port 4001            screen, keys and camera on a line beside it

Type "help" while it runs: insert, remove, unblock, fault, repair. Ctrl-C ends.`;

/** Adds `madoguchi reader`. */
export function addReader(program: Command): void {
  const command = program
    .command("reader")
    .description("put an emulated CCID reader with emulated cards on a serial port or TCP, and show what is said")
    .option("--list", "list the kinds of reader, and end")
    .addOption(serialOption("the port the reader is on"))
    .addOption(baudOption())
    .addOption(portOption("serve over TCP on the loopback instead; 0 lets the system choose"))
    .option("--as <model>", "kind of reader; --list names them", "sim-antenna")
    .option(
      "--profile <id>",
      "whose lamps and sounds it has; `madoguchi catalogue readers` names them",
      "simulated-face",
    )
    .option("--front-serial <path>", "another port for its screen, keys and camera (docs/front-port.md)")
    .addOption(portOption("the same over TCP on the loopback", "--front-port"))
    .option("--by-hand", "stand before it yourself: touch, type, look, nothing; else somebody willing does");
  addCardOptions(command)
    .addHelpText("after", EXAMPLES)
    .action(async (options: ReaderCommandOptions) => {
      const { runReader } = await import("./reader-run.ts");
      process.exitCode = await runReader(options);
    });
}
