import { type Field, layout, raw, u8, u16le, u32le } from "../../../simulator/kernel/layout.ts";
import type { PinPad } from "../../cards/slot.ts";

/** Control codes. Features are asked for under one number and live under others (PC/SC part 10 §2.2; numbers of libccid). */
export const CONTROL_CODE = {
  /** CM_IOCTL_GET_FEATURE_REQUEST, SCARD_CTL_CODE(3400). */
  getFeatures: 0x4200_0d48,
  verifyPinDirect: 0x4233_0006,
  modifyPinDirect: 0x4233_0007,
  pinProperties: 0x4233_000a,
  tlvProperties: 0x4233_0012,
} as const;

/** FEATURE_… of `reader.h`: tag, and the control code it lives under. */
const VERIFY_PIN = [0x06, CONTROL_CODE.verifyPinDirect] as const;
const MODIFY_PIN = [0x07, CONTROL_CODE.modifyPinDirect] as const;
const PIN_PROPERTIES = [0x0a, CONTROL_CODE.pinProperties] as const;
const TLV_PROPERTIES = [0x12, CONTROL_CODE.tlvProperties] as const;

/** The features of a reader: six bytes each, tag, length 4, control code with the most significant byte first. */
export function featuresOf(pinPad: PinPad | undefined): Uint8Array {
  const features = pinPad === undefined ? [TLV_PROPERTIES] : [VERIFY_PIN, MODIFY_PIN, PIN_PROPERTIES, TLV_PROPERTIES];
  return Uint8Array.from(
    features.flatMap(([tag, code]) => [tag, 4, code >>> 24, (code >> 16) & 255, (code >> 8) & 255, code & 255]),
  );
}

/** The emulated keys have no display; entry ends with the validation key (02). */
const ENTRY_ENDS_WITH_KEY = 0x02;

/** PIN_PROPERTIES_STRUCTURE: layout of the display (none), how entry ends, time-out 2 (none). */
export const pinProperties: Uint8Array = Uint8Array.of(0, 0, ENTRY_ENDS_WITH_KEY, 0);

/** Digits the keys take at all; the card says more (my-number-card.md §1.8: 4 to 16). */
const PIN_DIGITS = { min: 4, max: 16 } as const;

/** Properties in tag, length, value with the least significant byte first (PC/SC part 10 §2.6.14, numbers of `reader.h`). */
export function tlvPropertiesOf(pinPad: PinPad | undefined): Uint8Array {
  return Uint8Array.of(
    ...[0x01, 2, 0, 0],
    ...[0x02, 1, pinPad === undefined ? 0 : ENTRY_ENDS_WITH_KEY],
    ...[0x03, 1, 0],
    ...[0x06, 1, pinPad === undefined ? 0 : PIN_DIGITS.min],
    ...[0x07, 1, pinPad === undefined ? 0 : PIN_DIGITS.max],
    // dwMaxAPDUDataSize 65,536: extended length goes through, as with vpcd (virtual-pcsc.md §5).
    ...[0x0a, 4, 0, 0, 1, 0],
  );
}

const start = { timeOutSeconds: u8, timeOut2Seconds: u8, formatString: u8, pinBlockString: u8, pinLengthFormat: u8 };
const end = { teoPrologue: raw(3), dataLength: u32le };

/** PIN_VERIFY_STRUCTURE without its data, packed (`reader.h`). `maxExtraDigit` is most digits, then fewest. */
export const pinVerifyStructure = withLength({
  ...start,
  maxExtraDigit: u16le,
  entryValidationCondition: u8,
  numberMessage: u8,
  languageId: u16le,
  messageIndex: u8,
  ...end,
});

/** PIN_MODIFY_STRUCTURE without its data, packed. `confirmPin` bit 0: new PIN twice; bit 1: current PIN first. */
export const pinModifyStructure = withLength({
  ...start,
  insertionOffsetOld: u8,
  insertionOffsetNew: u8,
  maxExtraDigit: u16le,
  confirmPin: u8,
  entryValidationCondition: u8,
  numberMessage: u8,
  languageId: u16le,
  messageIndexes: raw(3),
  ...end,
});

/** Splits what a program sent into structure and data; undefined when the lengths do not add up. */
function withLength<const F extends Readonly<Record<string, Field<unknown>>> & { readonly dataLength: Field<number> }>(
  fields: F,
) {
  const codec = layout(fields);
  return (input: Uint8Array) => {
    if (input.length < codec.lengthBytes) return undefined;
    const structure = codec.decode(input.subarray(0, codec.lengthBytes));
    const data = input.subarray(codec.lengthBytes);
    return structure.dataLength === data.length ? { structure, data } : undefined;
  };
}
