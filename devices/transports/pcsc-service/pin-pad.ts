import type { PinPad } from "../../cards/slot.ts";
import { insertPins, isKnownFormat, type PinFormat, type PlacedPin } from "../../ccid-secure/pin-block.ts";
import type { Timers } from "../timers.ts";
import { pinModifyStructure, pinVerifyStructure } from "./features.ts";

/**
 * PIN entry at the reader (PC/SC part 10 §2.5). The digits go from the keys into the command and nowhere else: no
 * answer, log line or error has them, and the command is wiped once the card has answered.
 */

/** Where the program sets no time. Ours (firmware-validation.md §11). */
const DEFAULT_TIMEOUT_S = 30;

/** Status words the reader makes up when no command goes to the card (firmware-validation.md §1.2). */
const READER_SW = {
  timeOut: Uint8Array.of(0x64, 0x00),
  cancelled: Uint8Array.of(0x64, 0x01),
  pinsDiffer: Uint8Array.of(0x64, 0x02),
  wrongLength: Uint8Array.of(0x64, 0x03),
} as const;

/** What the keys are needed for, read from what the program sent. */
export interface PinEntry {
  readonly timeoutMs: number;
  readonly minDigits: number;
  readonly maxDigits: number;
  readonly format: PinFormat;
  /** PINs to be asked for, in order. A `repeat` must equal the PIN before it and goes nowhere. */
  readonly asked: readonly ({ readonly offsetBytes: number } | "repeat")[];
  readonly command: Uint8Array;
}

/** An entry for VERIFY, from the input of FEATURE_VERIFY_PIN_DIRECT; undefined when it makes no sense. */
export function verifyEntry(input: Uint8Array): PinEntry | undefined {
  const parsed = pinVerifyStructure(input);
  return parsed && entryOf(parsed.structure, parsed.data, [{ offsetBytes: 0 }]);
}

/** An entry for a PIN change, from the input of FEATURE_MODIFY_PIN_DIRECT; undefined when it makes no sense. */
export function modifyEntry(input: Uint8Array): PinEntry | undefined {
  const parsed = pinModifyStructure(input);
  if (parsed === undefined) return undefined;
  const { insertionOffsetOld, insertionOffsetNew, confirmPin } = parsed.structure;
  return entryOf(parsed.structure, parsed.data, [
    ...(confirmPin & 2 ? [{ offsetBytes: insertionOffsetOld }] : []),
    { offsetBytes: insertionOffsetNew },
    ...(confirmPin & 1 ? (["repeat"] as const) : []),
  ]);
}

function entryOf(
  structure: PinFormat & { readonly timeOutSeconds: number; readonly maxExtraDigit: number },
  command: Uint8Array,
  asked: PinEntry["asked"],
): PinEntry | undefined {
  const entry = {
    timeoutMs: (structure.timeOutSeconds || DEFAULT_TIMEOUT_S) * 1_000,
    minDigits: structure.maxExtraDigit >> 8,
    maxDigits: structure.maxExtraDigit & 255,
    format: structure,
    asked,
    command,
  };
  if (!isKnownFormat(structure) || entry.maxDigits === 0 || entry.minDigits > entry.maxDigits) return undefined;
  // Seen now with the shortest PINs, so that nobody types a PIN for a command that cannot take it.
  return commandWith(
    entry,
    asked.map(() => "0".repeat(entry.minDigits)),
  ) === undefined
    ? undefined
    : entry;
}

/** Asks for the PINs and gives either the command for the card or the status word of the reader. */
export function enterPins(
  pad: PinPad,
  timers: Timers,
  entry: PinEntry,
  entered: (outcome: { readonly command: Uint8Array } | { readonly readerSw: Uint8Array }) => void,
): void {
  const { timeoutMs, minDigits, maxDigits, asked } = entry;
  const typedPins: string[] = [];
  const askNext = (): void => {
    let over = false;
    const end = (readerSw: Uint8Array): void => {
      over = true;
      entered({ readerSw });
    };
    // Set before the keys are asked: a pad that keeps the same time is then beaten to it, and 6400 it is.
    const cancelTimer = timers.after(timeoutMs, () => {
      if (!over) end(READER_SW.timeOut);
    });
    pad.ask({ minDigits, maxDigits, timeoutMs }, (digits) => {
      cancelTimer();
      if (over) return;
      if (digits === undefined) return end(READER_SW.cancelled);
      if (digits.length < minDigits || digits.length > maxDigits) return end(READER_SW.wrongLength);
      if (asked[typedPins.length] === "repeat" && digits !== typedPins.at(-1)) return end(READER_SW.pinsDiffer);
      over = true;
      typedPins.push(digits);
      if (typedPins.length < asked.length) return askNext();
      const command = commandWith(entry, typedPins);
      if (command === undefined) return entered({ readerSw: READER_SW.wrongLength });
      entered({ command });
    });
  };
  askNext();
}

/** Offsets that are all zero, with nothing in the command yet, mean PINs one behind the other (CCID 1.1 §6.1.11.7). */
function commandWith({ asked, command, format }: PinEntry, digits: readonly string[]): Uint8Array | undefined {
  const pins: PlacedPin[] = [];
  let offsetBytes = 0;
  for (const [index, place] of asked.entries()) {
    if (place === "repeat") continue;
    const pin = digits[index] ?? "";
    pins.push({ digits: pin, offsetBytes: Math.max(place.offsetBytes, offsetBytes) });
    if ((command[4] ?? 0) === 0) offsetBytes += format.pinBlockString & 0x0f || pin.length;
  }
  return insertPins(command, format, pins);
}
