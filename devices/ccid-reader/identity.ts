import { EXCHANGE_LEVEL } from "../ccid/constants.ts";
import { EXTENDED_MAX_MESSAGE_BYTES, GEMPC_MAX_MESSAGE_BYTES } from "../ccid-serial/constants.ts";

/** What a reader says of itself on the wire. Ids come from the test range, never from a maker (firmware-validation.md §11). */
export interface ReaderIdentity {
  /** Who the reader is, for the host that asks by {@link firmwareTextEscape}. */
  readonly firmwareText: string;
  /** First byte of the Escape that asks for the text (what the public serial driver begins with; §2). */
  readonly firmwareTextEscape: number;
  /** The line sends each frame of the host back before its answer (GemPC Twin does, GemCore does not: §2). */
  readonly echoes: boolean;
  /** A longer message is echoed by its header alone, with dwLength 0. */
  readonly longestEchoBytes: number;
  /** dwMaxCCIDMessageLength. */
  readonly maxMessageBytes: number;
  readonly level: "tpdu" | "apdu";
  /** Clock of the contact card, kHz. */
  readonly clockKhz: number;
  /** Rates SetDataRateAndClockFrequency can set, bit/s. */
  readonly dataRatesBps: readonly number[];
  /** bPINSupport: the reader has keys. */
  readonly pinPad: boolean;
}

/** 4 MHz divided by 372, the rate every card starts with. */
const START_RATE_BPS = 10_752;

/** A reader as the public serial driver expects it: blocks of T=1, messages of 271 bytes (§2). */
export const tpduIdentity: ReaderIdentity = {
  firmwareText: "SIM-READER 1.0",
  firmwareTextEscape: 0x02,
  echoes: true,
  longestEchoBytes: EXTENDED_MAX_MESSAGE_BYTES,
  maxMessageBytes: GEMPC_MAX_MESSAGE_BYTES,
  level: "tpdu",
  clockKhz: 4_000,
  dataRatesBps: [START_RATE_BPS],
  pinPad: false,
};

/** A reader that speaks T=1 and ISO-DEP itself and takes whole APDUs (our choice for the readers on the counter). */
export const apduIdentity: ReaderIdentity = {
  ...tpduIdentity,
  echoes: false,
  level: "apdu",
  maxMessageBytes: EXTENDED_MAX_MESSAGE_BYTES,
  dataRatesBps: [START_RATE_BPS, 21_505, 43_010, 86_021],
};

/** Without 04: a card that comes has no power until the host gives it. */
const AUTOMATIC_PARAMETERS = 0x02 | 0x08 | 0x10 | 0x20 | 0x80;
const NAD_BAUD_CLOCK = 0x200 | 0x20 | 0x10;

/** dwFeatures (USB CCID 1.1 §5.1): 00010230 is what the public serial driver takes for granted (§2). */
export const featuresOf = ({ level }: ReaderIdentity): number =>
  level === "tpdu" ? EXCHANGE_LEVEL.tpdu | NAD_BAUD_CLOCK : EXCHANGE_LEVEL.extendedApdu | AUTOMATIC_PARAMETERS;
