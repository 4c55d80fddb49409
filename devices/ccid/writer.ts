import { COMMAND } from "./constants.ts";
import { type CcidFrame, frame } from "./frame.ts";

/** Where a command goes, and by which number its answer is known. */
export interface Addressed {
  readonly slot: number;
  readonly sequence: number;
}

/** A command without data and parameters: GetSlotStatus, IccPowerOff, GetParameters, ResetParameters, Abort. */
export const plainCommand = (type: number, to: Addressed): CcidFrame => frame(type, to);

/** IccPowerOn (§6.1.1). */
export const powerOn = (to: Addressed, powerSelect: number): CcidFrame =>
  frame(COMMAND.iccPowerOn, { ...to, b7: powerSelect });

/** XfrBlock (§6.1.4); `level` is wLevelParameter. */
export const xfrBlock = (to: Addressed, data: Uint8Array, level = 0, bwi = 0): CcidFrame =>
  frame(COMMAND.xfrBlock, { ...to, b7: bwi, b8: level & 0xff, b9: level >> 8, data });

/** Escape (§6.1.8). */
export const escapeCommand = (to: Addressed, data: Uint8Array): CcidFrame => frame(COMMAND.escape, { ...to, data });

/** Secure (§6.1.11): PIN entry at the reader; data as `devices/ccid-secure` writes them. */
export const secure = (to: Addressed, data: Uint8Array, bwi = 0): CcidFrame =>
  frame(COMMAND.secure, { ...to, b7: bwi, data });

/** SetParameters (§6.1.7): 5 bytes for T=0, 7 for T=1. */
export const setParameters = (to: Addressed, protocol: number, data: Uint8Array): CcidFrame =>
  frame(COMMAND.setParameters, { ...to, b7: protocol, data });

/** SetDataRateAndClockFrequency (§6.1.14): kHz and bit/s, four bytes each. */
export function setDataRate(to: Addressed, clockKhz: number, bitsPerSecond: number): CcidFrame {
  const data = new Uint8Array(8);
  const view = new DataView(data.buffer);
  view.setUint32(0, clockKhz, true);
  view.setUint32(4, bitsPerSecond, true);
  return frame(COMMAND.setDataRateAndClockFrequency, { ...to, data });
}
