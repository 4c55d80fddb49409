import { PROTOCOL_VERSION } from "./constants.ts";
import type { SharedReader } from "./shared-reader.ts";

/** One connection of a program: pcsc-lite gives each context a connection of its own. */
export class Client {
  /** Its context; 0 while it has none. */
  context = 0;
  /** Minor version of the protocol it speaks. */
  minor: number = PROTOCOL_VERSION.oldestMinor;
  /**
   * Its wait for the next change of the readers' table: `asked` until it has been sent the table, `watching` from then
   * on, `woken` when that ended and the program has neither begun the next wait nor taken this one back.
   */
  wait: "none" | "asked" | "watching" | "woken" = "none";
  /** A cancel crossed the waking on its way: the next wait is the one it meant. */
  cancelled = false;
  /** Its connections to cards, by `hCard`. */
  readonly handles = new Map<number, CardHandle>();
  /** Ends its wait with a return code. */
  readonly wake: (returnCode: number) => void;

  constructor(wake: (returnCode: number) => void) {
    this.wake = wake;
  }
}

/** A connection of a program to a card, or in direct mode to the reader: what PC/SC calls `hCard`. */
export interface CardHandle {
  readonly id: number;
  readonly client: Client;
  readonly reader: SharedReader;
  /** SCARD_W_RESET_CARD or SCARD_W_REMOVED_CARD until the program reconnects; 0 when nothing happened. */
  notice: number;
}
