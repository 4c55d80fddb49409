import { HEADER_BYTES } from "../ccid/constants.ts";
import { announcedLength } from "../ccid/frame.ts";
import { CONTROL_ACK, CONTROL_NAK, FIRST_WAIT_BYTE, FRAMING_BYTES, MOVEMENT, NAK_LRC, SYNC } from "./constants.ts";
import { type LineEvent, lrcOf, readMovement } from "./frame.ts";

/** 03, 06, type and dwLength: enough to refuse a message before it is read. */
const HEAD_BYTES = 7;

const NAK: LineEvent = { kind: "nak" };
const damaged = (why: "too-long" | "control" | "gap"): LineEvent => ({ kind: "damaged", why });

/**
 * Bytes of the line → events, however they are cut; one state machine for both ends (firmware-validation.md §2):
 *
 *     IDLE —03→ CONTROL —06→ HEADER → BODY → LRC     CONTROL —15→ NAK's LRC     IDLE —50→ MOVEMENT —02,03→
 *
 * It never throws and never holds more than one message: a longer one is refused from its header. What means nothing
 * between frames is counted and dropped.
 */
export class LineParser {
  readonly #maxMessageBytes: number;
  readonly #deliver: (event: LineEvent) => void;
  #state: "idle" | "control" | "nak" | "movement" | "frame" = "idle";
  readonly #head = new Uint8Array(HEAD_BYTES);
  /** The whole frame once its head said how long it is: an array of its own, since the message is handed on as a view of it. */
  #frame: Uint8Array | undefined;
  /** Bytes of the head or the frame that are there. */
  #filled = 0;
  #dropped = 0;

  /** `deliver` is called inside {@link push}, in the order of the line. */
  constructor(maxMessageBytes: number, deliver: (event: LineEvent) => void) {
    this.#maxMessageBytes = maxMessageBytes;
    this.#deliver = deliver;
  }

  /** True in the middle of a frame: what comes next has to come soon. */
  get isMidFrame(): boolean {
    return this.#state !== "idle";
  }

  /** Bytes between frames that meant nothing. */
  get dropped(): number {
    return this.#dropped;
  }

  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) at = this.#state === "idle" ? this.#begin(bytes, at) : this.#goOn(bytes, at);
  }

  /** The line stood still in the middle of a frame: it is broken off and answered with NAK. */
  gap(): void {
    if (this.#state === "idle") return;
    const wasFrame = this.#state !== "movement";
    this.#state = "idle";
    if (wasFrame) this.#deliver(damaged("gap"));
  }

  /** Where the next byte to look at is. A frame that came in one piece is not copied. */
  #begin(bytes: Uint8Array, at: number): number {
    const end = wholeFrame(bytes, at, this.#maxMessageBytes);
    if (end > 0) {
      this.#finish(bytes, at, end);
      return end;
    }
    const byte = bytes[at] ?? 0;
    if (byte === SYNC) this.#state = "control";
    else if (byte === MOVEMENT) this.#state = "movement";
    else if (byte >= FIRST_WAIT_BYTE) this.#deliver({ kind: "wait", value: byte });
    else this.#dropped++;
    return at + 1;
  }

  #goOn(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] ?? 0;
    switch (this.#state) {
      case "control":
        return this.#control(byte, at);
      case "nak":
        this.#state = "idle";
        this.#deliver(byte === NAK_LRC ? NAK : damaged("control"));
        return at + 1;
      case "movement":
        this.#state = "idle";
        return this.#moved(byte, at);
      default:
        return this.#collect(bytes, at);
    }
  }

  #moved(byte: number, at: number): number {
    const moved = readMovement(byte);
    if (moved === undefined) return at; // no notice: the byte is looked at again
    this.#deliver({ kind: "movement", ...moved });
    return at + 1;
  }

  #control(byte: number, at: number): number {
    if (byte === CONTROL_ACK) {
      this.#state = "frame";
      this.#frame = undefined;
      this.#head[0] = SYNC;
      this.#head[1] = CONTROL_ACK;
      this.#filled = 2;
      return at + 1;
    }
    this.#state = byte === CONTROL_NAK ? "nak" : "idle";
    if (byte === CONTROL_NAK) return at + 1;
    this.#deliver(damaged("control"));
    return at; // may be the beginning of a better frame
  }

  #collect(bytes: Uint8Array, at: number): number {
    const into = this.#frame ?? this.#head;
    const end = Math.min(bytes.length, at + into.length - this.#filled);
    into.set(bytes.subarray(at, end), this.#filled);
    this.#filled += end - at;
    if (this.#filled < into.length) return end;
    if (this.#frame === undefined) this.#expect(announcedLength(this.#head, 2));
    else {
      this.#frame = undefined;
      this.#state = "idle";
      this.#finish(into, 0, into.length);
    }
    return end;
  }

  #expect(announced: number): void {
    if (HEADER_BYTES + announced > this.#maxMessageBytes) {
      this.#state = "idle";
      return this.#deliver(damaged("too-long"));
    }
    this.#frame = new Uint8Array(HEADER_BYTES + announced + FRAMING_BYTES);
    this.#frame.set(this.#head);
  }

  #finish(bytes: Uint8Array, from: number, end: number): void {
    const isSound = lrcOf(bytes, from, end - 1) === bytes[end - 1];
    const message = bytes.subarray(from + 2, end - 1);
    this.#deliver(isSound ? { kind: "message", bytes: message } : { kind: "damaged", why: "lrc", bytes: message });
  }
}

/** End of a frame that begins at `at` and lies whole in the piece; 0 when there is none. */
function wholeFrame(bytes: Uint8Array, at: number, maxMessageBytes: number): number {
  if (bytes[at] !== SYNC || bytes[at + 1] !== CONTROL_ACK || bytes.length - at < HEADER_BYTES + FRAMING_BYTES) return 0;
  const messageBytes = HEADER_BYTES + announcedLength(bytes, at + 2);
  if (messageBytes > maxMessageBytes) return 0;
  const end = at + messageBytes + FRAMING_BYTES;
  return end <= bytes.length ? end : 0;
}
