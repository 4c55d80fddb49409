import { encodeFrame, frame } from "../../devices/ccid/frame.ts";
import { isDefect, parseFrame } from "../../devices/ccid/parser.ts";
import { GEMPC_MAX_MESSAGE_BYTES } from "../../devices/ccid-serial/constants.ts";
import { encodeMessage } from "../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../devices/ccid-serial/parser.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

const ROUNDS = 21;
const FRAMES = 50_000;
const HEADER_BYTES = 10;
/** A command without data, a frame as performance.md §6 has it, and the longest message of the GemPC profile. */
const MESSAGES_BYTES = [10, 64, 271] as const;

/** Writes a message and reads it back; returns the length of the data it found. */
type RoundTrip = (sequence: number, data: Uint8Array) => number;

/** CCID messages written and read, alone and with the framing of the serial line, each beside the same bytes by hand. */
export function measureCcidFrames(): readonly Figure[] {
  return MESSAGES_BYTES.flatMap((bytes) => {
    const data = new Uint8Array(bytes - HEADER_BYTES).fill(0x5a);
    const [bareMessage = [], message = [], bareLine = [], line = []] = takeTurns(
      ROUNDS,
      [bareMessages(), messages(), bareLines(), lines()].map((trip) => () => run(trip, data)),
    );
    return [
      figure(`message of ${bytes} bytes, of a bare DataView's speed`, "ratio", ratios(bareMessage, message)),
      figure("  with its framing, of the same by hand", "ratio", ratios(bareLine, line)),
      figure("  messages, written and read", "per-second", perSecond(FRAMES, message)),
      figure("  with their framing", "per-second", perSecond(FRAMES, line)),
    ];
  });
}

function run(trip: RoundTrip, data: Uint8Array): number {
  let received = 0;
  const ms = timeMs(() => {
    for (let number = 0; number < FRAMES; number++) received += trip(number & 0xff, data);
  });
  if (received !== FRAMES * data.length) throw new Error(`${received} bytes of data came back`);
  return ms;
}

function messages(): RoundTrip {
  return (sequence, data) => {
    const read = parseFrame(encodeFrame(frame(0x6f, { sequence, data })));
    return isDefect(read) || read.sequence !== sequence ? -1 : read.data.length;
  };
}

function lines(): RoundTrip {
  let found = -1;
  let expected = 0;
  const parser = new LineParser(GEMPC_MAX_MESSAGE_BYTES, (event) => {
    const read = event.kind === "message" ? parseFrame(event.bytes) : undefined;
    found = read === undefined || isDefect(read) || read.sequence !== expected ? -1 : read.data.length;
  });
  return (sequence, data) => {
    expected = sequence;
    parser.push(encodeMessage(frame(0x6f, { sequence, data })));
    return found;
  };
}

/** The least that writes the layout of USB CCID 1.1 §6.1 and reads it back. */
function bareMessages(): RoundTrip {
  return (sequence, data) => {
    const bytes = new Uint8Array(HEADER_BYTES + data.length);
    writeBare(bytes, 0, sequence, data);
    return readBare(bytes, 0, HEADER_BYTES + data.length, sequence);
  };
}

/** The same with 03 06 before it and the exclusive or of everything behind it. */
function bareLines(): RoundTrip {
  return (sequence, data) => {
    const end = 2 + HEADER_BYTES + data.length;
    const bytes = new Uint8Array(end + 1);
    bytes[0] = 0x03;
    bytes[1] = 0x06;
    writeBare(bytes, 2, sequence, data);
    bytes[end] = sumOf(bytes, end);
    return bytes[0] === 0x03 && bytes[1] === 0x06 && sumOf(bytes, end) === bytes[end]
      ? readBare(bytes, 2, end, sequence)
      : -1;
  };
}

function writeBare(bytes: Uint8Array, from: number, sequence: number, data: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + from);
  view.setUint8(0, 0x6f);
  view.setUint32(1, data.length, true);
  view.setUint8(6, sequence);
  bytes.set(data, from + HEADER_BYTES);
}

function readBare(bytes: Uint8Array, from: number, end: number, sequence: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, end - from);
  const read = {
    type: view.getUint8(0),
    slot: view.getUint8(5),
    sequence: view.getUint8(6),
    data: bytes.subarray(from + HEADER_BYTES, end),
  };
  return view.getUint32(1, true) === read.data.length && read.sequence === sequence ? read.data.length : -1;
}

function sumOf(bytes: Uint8Array, end: number): number {
  let sum = 0;
  for (let at = 0; at < end; at++) sum ^= bytes[at] ?? 0;
  return sum;
}
