import { withCrc } from "./crc-b.ts";
import type { FrameKind, FrameOf } from "./frame.ts";
import type { FrameRow } from "./frame-row.ts";
import { frameRows } from "./frame-rows.ts";

/** The bytes of a frame, CRC_B included. */
export function writeFrame<K extends FrameKind>(frame: FrameOf<K>): Uint8Array {
  const row: FrameRow<K> = frameRows[frame.kind as K];
  return withCrc(row.encode(frame));
}
