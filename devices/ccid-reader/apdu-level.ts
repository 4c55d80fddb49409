import type { Process } from "../../simulator/kernel/process.ts";
import { decodeCommand, encodeCommand } from "../iso7816/apdu.ts";
import type { ApduDecisions } from "./decisions.ts";
import { failed, type IccOutcome } from "./icc-slot.ts";

/** Sends one APDU to the card by whatever block protocol it speaks. */
export type ToCard = (apdu: Uint8Array) => Process<IccOutcome>;

const MORE_DATA = 0x61;
const WRONG_LE = 0x6c;
/** A card may hand out a long answer byte by byte; more pieces than an extended answer has bytes are none. */
const MAX_PIECES = 4_096;
/** The longest answer of an extended command (ISO/IEC 7816-4 §5.1). */
const MAX_DATA_BYTES = 65_536;

/**
 * An APDU as a reader with short or extended APDU level carries it: 61xx is followed with GET RESPONSE and the pieces
 * joined, 6Cxx is answered by the same command with that Le (firmware-validation.md §7). Every other status word goes to
 * the host untouched, 63Cx before all.
 */
export function* carryApdu(command: Uint8Array, toCard: ToCard, decisions: ApduDecisions): Process<IccOutcome> {
  let outcome: IccOutcome = yield* toCard(decisions.toCard(command));
  if (failed(outcome)) return outcome;
  if (statusOf(outcome.data).sw1 === WRONG_LE && decisions.repeats6C) {
    outcome = yield* toCard(decisions.withLe(command, statusOf(outcome.data).sw2));
    if (failed(outcome)) return outcome;
  }
  const pieces: Uint8Array[] = [];
  let lengthBytes = 0;
  while (statusOf(outcome.data).sw1 === MORE_DATA && decisions.follows61(pieces.length) && pieces.length < MAX_PIECES) {
    const data: Uint8Array = outcome.data;
    lengthBytes += data.length - 2;
    if (lengthBytes > MAX_DATA_BYTES) break;
    pieces.push(data.subarray(0, -2));
    outcome = yield* toCard(Uint8Array.of(command[0] ?? 0, 0xc0, 0, 0, statusOf(data).sw2));
    if (failed(outcome)) return outcome;
  }
  return { data: decisions.toHost(decisions.join([...pieces, outcome.data])) };
}

/** The command with another Le, 0 for 256; as it was where it is no command. */
export function withLe(command: Uint8Array, le: number): Uint8Array {
  const decoded = decodeCommand(command);
  return decoded === undefined ? command : encodeCommand({ ...decoded, ne: le === 0 ? 256 : le });
}

/** SW1 and SW2 at the end of an answer; an answer without them has 0000. */
function statusOf(response: Uint8Array): { readonly sw1: number; readonly sw2: number } {
  return { sw1: response.at(-2) ?? 0, sw2: response.at(-1) ?? 0 };
}
