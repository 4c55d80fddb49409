/**
 * How a PIN goes into a command: the format bytes of PIN_VERIFY_STRUCTURE and PIN_MODIFY_STRUCTURE (`reader.h`; PC/SC
 * part 10 §2.5.2, which takes them from CCID 1.1 §6.1.11). Offsets are bits from the first byte behind Lc.
 */
export interface PinFormat {
  /** Bits 1-0 type (1 BCD, 2 ASCII), 2 right-justified, 6-3 position of the PIN, 7 position counts bytes and not bits. */
  readonly formatString: number;
  /** Bits 3-0 bytes of the block (0: as long as the PIN), 7-4 bits of a field that holds the PIN's length. */
  readonly pinBlockString: number;
  /** Bits 3-0 position of that field, 4 position counts bytes and not bits. */
  readonly pinLengthFormat: number;
}

/** Digits and where they go, in bytes behind the position of the format. */
export interface PlacedPin {
  readonly digits: string;
  readonly offsetBytes: number;
}

const HEADER_BYTES = 4;
const BITS_PER_DIGIT: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [2, 8],
]);
/** Fills a block the program sent no bytes for, as many cards pad. Ours. */
const FILLER = 0xff;
/** Lc of a short command. */
const MAX_LC = 255;

/** True when we can write PINs in this format: ASCII and BCD; "binary" has no agreed meaning for digits. */
export function isKnownFormat({ formatString }: PinFormat): boolean {
  return BITS_PER_DIGIT.has(formatString & 0x03);
}

/**
 * The command with PINs put in, or undefined when the command, its Lc and the format do not go together. A command of
 * four bytes, or with Lc 0, gets data as long as it needs (OpenSC leaves it to the reader when a PIN is not padded);
 * one with data keeps them around the digits, and its length.
 */
export function insertPins(command: Uint8Array, format: PinFormat, pins: readonly PlacedPin[]): Uint8Array | undefined {
  const digitBits = BITS_PER_DIGIT.get(format.formatString & 0x03);
  if (command.length < HEADER_BYTES || digitBits === undefined) return undefined;
  const lc = command[HEADER_BYTES] ?? 0;
  const given = command.subarray(HEADER_BYTES + 1, HEADER_BYTES + 1 + lc);
  if (given.length !== lc) return undefined;
  const tail = command.subarray(HEADER_BYTES + 1 + lc);
  const fields = pins.map((pin) => fieldOf(pin, format, digitBits));
  const needed = Math.max(...fields.map(({ endBit }) => Math.ceil(endBit / 8)));
  if (needed > (lc === 0 ? MAX_LC : lc) || fields.some(({ fits }) => !fits)) return undefined;
  const dataLength = lc === 0 ? needed : lc;
  const whole = new Uint8Array(HEADER_BYTES + 1 + dataLength + tail.length);
  whole.set(command.subarray(0, HEADER_BYTES));
  whole[HEADER_BYTES] = dataLength;
  whole.set(tail, HEADER_BYTES + 1 + dataLength);
  const data = whole.subarray(HEADER_BYTES + 1, HEADER_BYTES + 1 + dataLength).fill(FILLER);
  data.set(given);
  for (const { startBit, lengthBit, digits } of fields) {
    if (lengthBit !== undefined) putBits(data, lengthBit, format.pinBlockString >> 4, digits.length);
    for (const [index, digit] of [...digits].entries()) {
      const code = digitBits === 8 ? digit.charCodeAt(0) : Number(digit);
      putBits(data, startBit + index * digitBits, digitBits, code);
    }
  }
  return whole;
}

interface PinField {
  readonly digits: string;
  readonly startBit: number;
  readonly lengthBit: number | undefined;
  /** Behind the last bit of the block. */
  readonly endBit: number;
  readonly fits: boolean;
}

function fieldOf({ digits, offsetBytes }: PlacedPin, format: PinFormat, digitBits: number): PinField {
  const { formatString, pinBlockString, pinLengthFormat } = format;
  const position = ((formatString >> 3) & 0x0f) * (formatString & 0x80 ? 8 : 1) + offsetBytes * 8;
  const pinBits = digits.length * digitBits;
  const blockBits = (pinBlockString & 0x0f) * 8 || pinBits;
  const lengthBits = pinBlockString >> 4;
  const lengthBit =
    lengthBits === 0 ? undefined : (pinLengthFormat & 0x0f) * (pinLengthFormat & 0x10 ? 8 : 1) + offsetBytes * 8;
  return {
    digits,
    startBit: formatString & 0x04 ? position + blockBits - pinBits : position,
    lengthBit,
    endBit: Math.max(position + blockBits, (lengthBit ?? 0) + lengthBits),
    fits: pinBits <= blockBits,
  };
}

function putBits(bytes: Uint8Array, startBit: number, count: number, value: number): void {
  for (let index = 0; index < count; index++) {
    const bit = startBit + index;
    const mask = 0x80 >> (bit & 7);
    const byte = bytes[bit >> 3] ?? 0;
    bytes[bit >> 3] = (value >> (count - 1 - index)) & 1 ? byte | mask : byte & ~mask;
  }
}
