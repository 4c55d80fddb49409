import { HEADER_BYTES } from "./constants.ts";
import { announcedLength, type CcidFrame } from "./frame.ts";

/** Why bytes are no message: shorter than a header, or of another length than their header says. */
export type FrameDefect =
  | { readonly defect: "no-header"; readonly lengthBytes: number }
  | { readonly defect: "length"; readonly announced: number; readonly found: number; readonly frame: CcidFrame };

/**
 * Reads one whole message. Bytes whose dwLength disagrees give a defect that still holds the header, because a reader
 * answers it by slot and sequence number (USB CCID 1.1 §6.2.6: bError 1 names the wrong dwLength). Never throws.
 */
export function parseFrame(bytes: Uint8Array): CcidFrame | FrameDefect {
  const { length } = bytes;
  if (length < HEADER_BYTES) return { defect: "no-header", lengthBytes: length };
  const announced = announcedLength(bytes);
  const frame: CcidFrame = {
    type: bytes[0] ?? 0,
    slot: bytes[5] ?? 0,
    sequence: bytes[6] ?? 0,
    b7: bytes[7] ?? 0,
    b8: bytes[8] ?? 0,
    b9: bytes[9] ?? 0,
    data: bytes.subarray(HEADER_BYTES),
  };
  const found = length - HEADER_BYTES;
  return announced === found ? frame : { defect: "length", announced, found, frame };
}

/** True for what {@link parseFrame} gives when the bytes are no message. */
export const isDefect = (result: CcidFrame | FrameDefect): result is FrameDefect => "defect" in result;
