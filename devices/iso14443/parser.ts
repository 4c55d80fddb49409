import { CRC_BYTES, MAX_FRAME_BYTES } from "./constants.ts";
import { hasGoodCrc } from "./crc-b.ts";
import type { FrameDefect, FrameDefectName, FrameKind, FrameOf } from "./frame.ts";
import { frameRows } from "./frame-rows.ts";

/** What either side may say once a card is activated. */
export const BLOCKS = ["I", "R(ACK)", "R(NAK)", "S(WTX)", "S(DESELECT)"] as const satisfies readonly FrameKind[];
/** What a reader says. */
export const COMMANDS = [
  "REQB",
  "WUPB",
  "SLOT-MARKER",
  "ATTRIB",
  "HLTB",
  ...BLOCKS,
] as const satisfies readonly FrameKind[];

/**
 * A received RF frame, any bytes, as the kinds of frame that may come now: the same bytes answer ATTRIB and HLTB, so the
 * listener says what it waits for. A defect is a value; never throws.
 */
export function parseFrame<K extends FrameKind>(bytes: Uint8Array, awaited: readonly K[]): FrameOf<K> | FrameDefect {
  if (bytes.length <= CRC_BYTES) return defect("too-short");
  if (bytes.length > MAX_FRAME_BYTES) return defect("too-long");
  if (!hasGoodCrc(bytes)) return defect("bad-crc");
  const body = bytes.subarray(0, bytes.length - CRC_BYTES);
  for (const kind of awaited) {
    const read = frameRows[kind].decode(body);
    if (typeof read === "string") return defect(read);
    if (read !== undefined) return read as FrameOf<K>;
  }
  return defect("unexpected");
}

const defect = (what: FrameDefectName): FrameDefect => ({ kind: "defect", what });
