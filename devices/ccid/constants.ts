/**
 * USB CCID 1.1 §6: message types, status and error bytes (firmware-validation.md §1). Numbers wider than a byte are
 * little-endian.
 */

/** PC_to_RDR: what the host asks. */
export const COMMAND = {
  setParameters: 0x61,
  iccPowerOn: 0x62,
  iccPowerOff: 0x63,
  getSlotStatus: 0x65,
  secure: 0x69,
  t0Apdu: 0x6a,
  escape: 0x6b,
  getParameters: 0x6c,
  resetParameters: 0x6d,
  iccClock: 0x6e,
  xfrBlock: 0x6f,
  mechanical: 0x71,
  abort: 0x72,
  setDataRateAndClockFrequency: 0x73,
} as const;

/** RDR_to_PC: what the reader says. */
export const ANSWER = {
  notifySlotChange: 0x50,
  hardwareError: 0x51,
  dataBlock: 0x80,
  slotStatus: 0x81,
  parameters: 0x82,
  escape: 0x83,
  dataRateAndClockFrequency: 0x84,
} as const;

/** Bytes before the data of every bulk message: type, dwLength (4), bSlot, bSeq, three that depend on the type. */
export const HEADER_BYTES = 10;

/** bmCommandStatus, bits 7 and 6 of bStatus (§6.2.6). */
export const COMMAND_STATUS = { ok: 0x00, failed: 0x40, timeExtension: 0x80 } as const;
/** bmICCStatus, bits 1 and 0 of bStatus: active, present without power, absent. */
export const ICC_STATUS = { active: 0, inactive: 1, absent: 2 } as const;

/** bError of a failed command (§6.2.6); 1 to 7F is the index of the byte that is wrong. */
export const ERROR = {
  commandNotSupported: 0x00,
  badLength: 0x01,
  badSlot: 0x05,
  badParameter7: 0x07,
  slotBusy: 0xe0,
  pinCancelled: 0xef,
  pinTimeout: 0xf0,
  busyWithAutoSequence: 0xf2,
  deactivatedProtocol: 0xf3,
  procedureByteConflict: 0xf4,
  classNotSupported: 0xf5,
  protocolNotSupported: 0xf6,
  badAtrTck: 0xf7,
  badAtrTs: 0xf8,
  hardware: 0xfb,
  overrun: 0xfc,
  parity: 0xfd,
  mute: 0xfe,
  aborted: 0xff,
} as const;

/** bPowerSelect of IccPowerOn (§6.1.1). */
export const POWER_SELECT = { automatic: 0, volts5: 1, volts3: 2, volts1_8: 3 } as const;

/** wLevelParameter and bChainParameter: where a part of an extended APDU stands (§6.1.4, §6.2.1). */
export const CHAIN = { whole: 0x00, begins: 0x01, ends: 0x02, continues: 0x03, next: 0x10 } as const;

/** bits of dwFeatures that say in what units the host speaks to the card (§5.1). */
export const EXCHANGE_LEVEL = { tpdu: 0x0001_0000, shortApdu: 0x0002_0000, extendedApdu: 0x0004_0000 } as const;
