import type { Evidence } from "./evidence-log.ts";
import type { PcscCard } from "./subject.ts";

/** Class of what a reader answers itself: the identifier of somebody's card stays out of the evidence. */
const READER_CLASS = 0xff;

/** A card behind PC/SC, with every APDU written down; of the reader's own answers the status word alone. */
export function notedCard(card: PcscCard, evidence: Evidence): PcscCard {
  return {
    ...card,
    *transmit(command) {
      evidence.bytes("pcsc", "harness", command);
      const response = yield* card.transmit(command);
      if (response !== undefined) evidence.bytes("pcsc", "reader", kept(response, command));
      return response;
    },
  };
}

const kept = (response: Uint8Array, command: Uint8Array): Uint8Array =>
  command[0] === READER_CLASS ? response.slice(-2) : response;
