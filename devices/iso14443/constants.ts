/** Numbers of ISO/IEC 14443-3 and -4, Type B, as firmware-validation.md §6 lists them; [K] is knowledge of the standards. */

/** CRC_B closes every frame. */
export const CRC_BYTES = 2;
/** The longest frame of all frame codes, CRC included. */
export const MAX_FRAME_BYTES = 256;

/** First byte of REQB and WUPB (APf). A SLOT-MARKER has the same low half and the slot in the high one. */
export const REQUEST = 0x05;
/** First byte of ATTRIB. */
export const ATTRIB = 0x1d;
/** First byte of HLTB, and of ATQB the other way. */
export const HLTB_OR_ATQB = 0x50;

/** PARAM of REQB/WUPB: the low three bits code the number of slots. */
export const PARAM = { slots: 0x07, wakesHalted: 0x08, extendedAtqb: 0x10, reserved: 0xe0 } as const;
/** Numbers of slots by their code 0…4 [K]. */
export const SLOT_COUNTS = [1, 2, 4, 8, 16] as const;

/** PCB of the blocks, without its variable bits. */
export const PCB = { i: 0x02, ack: 0xa2, nak: 0xb2, deselect: 0xc2, wtx: 0xf2 } as const;
/** The variable bits. */
export const PCB_BIT = { number: 0x01, nad: 0x04, cid: 0x08, more: 0x10 } as const;

/** S(WTX) carries a factor in the low six bits; 0 and 60…63 mean nothing. */
export const WTX_FACTOR = { min: 1, max: 59, mask: 0x3f } as const;

/** A command APDU with extended length fields at its longest: header, Lc, data, Le (ISO/IEC 7816-4 §5.1). */
export const MAX_COMMAND_BYTES = 4 + 3 + 65_535 + 2;
/** A response APDU at its longest: data and status word. */
export const MAX_RESPONSE_BYTES = 65_536 + 2;
