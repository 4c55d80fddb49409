/**
 * The bench port (ours): what a reader's hardware would be wired to, as bytes, so that firmware in software can be given
 * a card, keys and eyes. `docs/bench-port.md` is written for whoever implements it in another language.
 *
 *     0-1 length, most significant first, of what follows | 2 type | 3 slot | 4 … payload
 */
export const LENGTH_BYTES = 2;
/** type and slot: the least a message holds. */
export const HEAD_BYTES = 2;
/** Longer payloads are a mistake of who sends them. */
export const MAX_PAYLOAD_BYTES = 4_096;

/** From the firmware: what it does to its hardware. */
export const FROM_FIRMWARE = {
  /** Contact: power on; payload one byte, 1 = 5 V, 2 = 3 V, 3 = 1.8 V. */
  powerOn: 0x01,
  powerOff: 0x02,
  /** Contact: characters to the card. */
  characters: 0x03,
  /** Contactless: payload 1 field on, 0 field off. */
  field: 0x04,
  /** Contactless: one frame to the card, with CRC_B. */
  rfFrame: 0x05,
  /** What the reader's screen shows now, UTF-8; empty when it rests. */
  screen: 0x06,
  /** A line of the firmware's log, UTF-8. */
  log: 0x07,
  /** Answer to `getDescriptor`: the 54 bytes of the CCID functional descriptor of a slot. */
  descriptor: 0x41,
  /** Answer to `getDataRates`: four bytes a rate, bit/s, least significant first. */
  dataRates: 0x42,
  /** Answer to `getMemory`: the working memory of PIN entry, as it is. */
  memory: 0x43,
} as const;

/** To the firmware: what its hardware tells it. */
export const TO_FIRMWARE = {
  /** Contact: the card switch closed. A contactless card is found by polling alone. */
  cardInserted: 0x81,
  cardRemoved: 0x82,
  /** Contact: characters from the card, the ATR among them. */
  characters: 0x83,
  /** Contactless: one frame from the card, with CRC_B, as it was received. */
  rfFrame: 0x85,
  /** A key of the PIN pad: '0' … '9', 0D enter, 1B cancel, 08 correction. */
  key: 0x86,
  /** Something happened to the supply; no card moved. */
  powerEvent: 0x88,
  /** What USB asks over its control pipe. */
  getDescriptor: 0xc1,
  getDataRates: 0xc2,
  getMemory: 0xc3,
} as const;

/** Keys that are no digits. */
export const KEY = { enter: 0x0d, cancel: 0x1b, correction: 0x08 } as const;
