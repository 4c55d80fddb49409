/**
 * Numbers of the PC/SC programming interface as pcsc-lite has them. Sources: `pcsclite.h` of libpcsclite-dev 1.9.9
 * where nothing else is said; numbers of the service itself from `pcscd.h` and `winscard_msg.h` of pcsc-lite 2.3.3.
 */

/**
 * Versions of the client socket protocol: 4:4 is spoken by pcsc-lite 1.8.24 to 2.2.3; 4:5 by 2.3 and 2.4, with one
 * command more, the number of reader events; 4:6 by 2.5, which fetches the readers' table in two steps. Libraries since
 * 2.4.1 that find a service with an older version step down to it (pcsc-lite's blog, "pcsc-lite backward & forward
 * compatible with itself").
 */
export const PROTOCOL_VERSION = { major: 4, oldestMinor: 4, newestMinor: 6 } as const;
/** From this minor version on a wait brings no table with it; it is fetched by two more commands. */
export const TABLE_APART_MINOR = 6;

/** Readers of one service: the table of protocols 4:4 and 4:5 has no more rows. */
export const MAX_READERS = 16;
/** Bytes of a reader's name in the protocol, with the zero that ends it. */
export const READER_NAME_BYTES = 128;
/** Bytes an ATR may have. */
export const MAX_ATR_BYTES = 33;
/** Bytes an attribute may have. */
export const MAX_ATTRIBUTE_BYTES = 264;
/** Bytes of a command or an answer: extended length, header and status word. */
export const MAX_DATA_BYTES = 65_548;

/** Programs that may be connected at a time, handles a program and a reader may have: pcscd's own bounds. */
export const MAX_CLIENTS = 200;
export const MAX_HANDLES_PER_CLIENT = 200;
export const MAX_HANDLES_PER_READER = 200;

/** An unused card keeps its power, and with it PIN rights, for this long (`PCSCLITE_POWER_OFF_GRACE_PERIOD`). */
export const POWER_OFF_GRACE_MS = 5_000;

/** What a call came to. */
export const RETURN_CODE = {
  /** SCARD_S_SUCCESS */
  success: 0x0000_0000,
  /** SCARD_F_INTERNAL_ERROR: a bound of the service is reached. */
  internalError: 0x8010_0001,
  /** SCARD_E_CANCELLED: SCardCancel ended the wait. */
  cancelled: 0x8010_0002,
  /** SCARD_E_INVALID_HANDLE: context or card handle is not one of this program's. */
  invalidHandle: 0x8010_0003,
  /** SCARD_E_INVALID_PARAMETER: the bytes given to a reader feature do not add up. */
  invalidParameter: 0x8010_0004,
  /** SCARD_E_NO_MEMORY: the program has too many handles. */
  noMemory: 0x8010_0006,
  /** SCARD_E_INSUFFICIENT_BUFFER: the answer is longer than the program's buffer. */
  insufficientBuffer: 0x8010_0008,
  /** SCARD_E_UNKNOWN_READER */
  unknownReader: 0x8010_0009,
  /** SCARD_E_SHARING_VIOLATION: somebody else has the reader. */
  sharingViolation: 0x8010_000b,
  /** SCARD_E_NO_SMARTCARD */
  noSmartcard: 0x8010_000c,
  /** SCARD_E_PROTO_MISMATCH: the card does not speak the protocol that was asked for. */
  protocolMismatch: 0x8010_000f,
  /** SCARD_E_INVALID_VALUE: a mode or disposition does not exist, or the context is another one's. */
  invalidValue: 0x8010_0011,
  /** SCARD_E_NOT_TRANSACTED: the card gave no answer, or there is no transaction to end. */
  notTransacted: 0x8010_0016,
  /** SCARD_E_READER_UNAVAILABLE: the reader was taken away. */
  readerUnavailable: 0x8010_0017,
  /** SCARD_E_SERVICE_STOPPED: what pcscd answers to a protocol version it does not speak. */
  serviceStopped: 0x8010_001e,
  /** SCARD_E_UNSUPPORTED_FEATURE, in pcsc-lite the same number as SCARD_E_UNEXPECTED. */
  unsupportedFeature: 0x8010_001f,
  /** SCARD_W_UNRESPONSIVE_CARD: the card does not answer to a reset. */
  unresponsiveCard: 0x8010_0066,
  /** SCARD_W_UNPOWERED_CARD: pcscd's answer to SCardConnect on a mute chip. */
  unpoweredCard: 0x8010_0067,
  /** SCARD_W_RESET_CARD: somebody reset the card; told until SCardReconnect. */
  resetCard: 0x8010_0068,
  /** SCARD_W_REMOVED_CARD: the card was taken out; told until SCardReconnect. */
  removedCard: 0x8010_0069,
} as const;

/** `dwScope` goes from SCARD_SCOPE_USER 0 to SCARD_SCOPE_GLOBAL 3; it changes nothing. */
export const LAST_SCOPE = 3;

/** `dwShareMode`. */
export const SHARE_MODE = { exclusive: 1, shared: 2, direct: 3 } as const;

/** `dwPreferredProtocols`, a mask. `anyOld` is SCARD_PROTOCOL_ANY_OLD, which old programs send for "any". */
export const PROTOCOL = { undefined: 0, t0: 1, t1: 2, raw: 4, anyOld: 0x1000 } as const;

/** `dwDisposition` and `dwInitialization`: what becomes of the card. */
export const DISPOSITION = { leave: 0, reset: 1, unpower: 2, eject: 3 } as const;

/** `readerState`, a mask. */
export const CARD_STATE = { absent: 0x02, present: 0x04, swallowed: 0x08, powered: 0x10, negotiable: 0x20 } as const;

/** `readerSharing` of a reader in exclusive use, -1 as an unsigned number; otherwise the number of handles (`eventhandler.h`). */
export const SHARING_EXCLUSIVE = 0xffff_ffff;
