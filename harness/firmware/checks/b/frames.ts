import type { Block } from "../../../../devices/iso14443/frame.ts";
import { BLOCKS, parseFrame } from "../../../../devices/iso14443/parser.ts";

/** True for a readable block of this kind. */
export const isBlock = (frame: Uint8Array, kind: Block["kind"]): boolean => parseFrame(frame, BLOCKS).kind === kind;

/** True for a readable block of any kind: what only an activated card says. */
export const isAnyBlock = (frame: Uint8Array): boolean => parseFrame(frame, BLOCKS).kind !== "defect";

/** The frame with one bit of its CRC wrong. */
export const damaged = (frame: Uint8Array): Uint8Array =>
  frame.map((byte, index) => (index === frame.length - 1 ? byte ^ 0x01 : byte));

/** The factor of S(WTX), or -1 for another frame. */
export function factorOf(frame: Uint8Array): number {
  const block = parseFrame(frame, BLOCKS);
  return block.kind === "S(WTX)" ? block.factor : -1;
}
