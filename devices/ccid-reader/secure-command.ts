import type { Process } from "../../simulator/kernel/process.ts";
import type { PinRequest } from "../ccid-secure/parser.ts";
import { insertPins } from "../ccid-secure/pin-block.ts";
import { triesLeftIn } from "../iso7816/status-word.ts";
import type { PinDecisions } from "./decisions.ts";
import { failed, type IccOutcome, MUTE } from "./icc-slot.ts";
import type { PinEntry } from "./pin-entry.ts";

/** Sends one APDU to the card of the slot. */
type Exchange = (apdu: Uint8Array) => Process<IccOutcome>;

/**
 * PC_to_RDR_Secure: asks for the PIN, puts it into the command, sends that, and tells what the card said. The reader asks
 * the card nothing of its own accord: an empty VERIFY before the entry could burn a try of a bad card
 * (firmware-validation.md §9 X41).
 */
export function* verifyAtReader(
  slot: number,
  request: PinRequest,
  {
    entry,
    exchange,
    decisions,
  }: { readonly entry: PinEntry; readonly exchange: Exchange; readonly decisions: PinDecisions },
): Process<IccOutcome> {
  const noteTries = (outcome: IccOutcome): void => entry.noteTries(slot, triesIn(outcome));
  if (decisions.asksCounter) noteTries(yield* exchange(request.command.slice(0, 4)));
  const typed = yield* entry.ask(slot, request);
  if ("error" in typed) return typed;
  const command = insertPins(request.command, request.format, [{ digits: typed.digits, offsetBytes: 0 }]);
  let outcome: IccOutcome = MUTE;
  try {
    if (command !== undefined) outcome = yield* exchange(command);
    if (command !== undefined && !failed(outcome) && decisions.asksAgain(outcome.data))
      outcome = yield* exchange(command);
  } finally {
    command?.fill(0); // also when the host aborts or the card goes in the middle of it
  }
  entry.forget(slot, "used");
  noteTries(outcome);
  return failed(outcome) ? outcome : { data: decisions.result(outcome.data, typed.digits) };
}

function triesIn(outcome: IccOutcome): number | undefined {
  if (failed(outcome)) return undefined;
  return triesLeftIn(((outcome.data.at(-2) ?? 0) << 8) | (outcome.data.at(-1) ?? 0));
}
