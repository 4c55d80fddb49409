/**
 * CCID over a serial line as the GemPC Twin family speaks it (firmware-validation.md §2, read from the public driver):
 *
 *     message      03 06 <CCID message> LRC        LRC: exclusive or of all bytes before it, 03 and 06 included
 *     negative     03 15 16
 *     card moved   50 02 gone, 50 03 there         two bare bytes between frames, without LRC; for slot 1
 *                  50 08 gone, 50 0C there         the next two bits, as in RDR_to_PC_NotifySlotChange (ours)
 *     T=0 wait     one bare byte 80 … FF           "still working"; T=1 uses the time extension of CCID
 */
export const SYNC = 0x03;
export const CONTROL_ACK = 0x06;
export const CONTROL_NAK = 0x15;
/** Exclusive or of 03 and 15. */
export const NAK_LRC = 0x16;
export const MOVEMENT = 0x50;
/** bmSlotICCState of a notice, by slot: what says that its card is gone, and that it is there (USB CCID 1.1 §6.3.1). */
export const MOVEMENTS = [
  { gone: 0x02, there: 0x03 },
  { gone: 0x08, there: 0x0c },
] as const;
/** From here on a bare byte between frames is the wait byte of T=0. */
export const FIRST_WAIT_BYTE = 0x80;

/** A frame that stands still for longer is broken off (firmware-validation.md §11, our choice). */
export const MAX_GAP_MS = 100;
/** How often a frame is sent again on NAK before the line counts as broken (§11, our choice). */
export const MAX_RESENDS = 3;
/** Bytes around the CCID message: 03, 06, LRC. */
export const FRAMING_BYTES = 3;

/** The longest CCID message of the GemPC profile: 10 bytes and a short APDU with what is around it (§2). */
export const GEMPC_MAX_MESSAGE_BYTES = 271;
/** The longest one with extended APDUs: 10 bytes, 65,536 bytes and a status word (§10). */
export const EXTENDED_MAX_MESSAGE_BYTES = 65_548;
