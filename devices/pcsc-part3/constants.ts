/** Class and instructions a PC/SC reader keeps for itself (PC/SC 2.01 part 3 §3.2.2, firmware-validation.md §6). */

export const READER_CLASS = 0xff;

export const INS = {
  loadKeys: 0x82,
  generalAuthenticate: 0x86,
  /** The form before part 3 had a general one. */
  authenticate: 0x88,
  readBinary: 0xb0,
  getData: 0xca,
  updateBinary: 0xd6,
} as const;

/** P1 of GET DATA. */
export const GET_DATA_P1 = { uid: 0x00, history: 0x01 } as const;
/** First data byte of GENERAL AUTHENTICATE. */
export const AUTHENTICATE_VERSION = 0x01;
