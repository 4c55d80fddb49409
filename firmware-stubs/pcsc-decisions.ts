/**
 * What stands between a program and the card as PC/SC shows it, firmware and driver together: nothing is added, nothing is
 * lost, and a reset is one (PC/SC 2.01 part 5; virtual-pcsc.md §1).
 */
export interface PcscDecisions {
  /** The ATR that is told, of the card's own. */
  readonly atr: (cards: Uint8Array) => Uint8Array;
  /** The command the card gets, of the program's. */
  readonly toCard: (command: Uint8Array) => Uint8Array;
  /** The response the program gets, of the card's to `command`, which is the program's. */
  readonly toProgram: (response: Uint8Array, command: Uint8Array) => Uint8Array;
  /** A reset takes the card's power away. */
  readonly resetsCard: boolean;
}

/** How a good reader decides. */
export const goodPcscDecisions: PcscDecisions = {
  atr: (cards) => cards,
  toCard: (command) => command,
  toProgram: (response) => response,
  resetsCard: true,
};
