import { concat } from "../../simulator/kernel/bytes.ts";
import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { HEADER_BYTES } from "../ccid/constants.ts";
import type { CcidFrame } from "../ccid/frame.ts";
import { encodeBytes, encodeMessage, type LineEvent, nak } from "../ccid-serial/frame.ts";
import { LineParser } from "../ccid-serial/parser.ts";
import type { LineDecisions } from "./decisions.ts";
import type { ReaderIdentity } from "./identity.ts";

/** What a line stands on. */
export interface HostLineParts {
  readonly clock: Clock;
  readonly identity: ReaderIdentity;
  readonly decisions: LineDecisions;
  readonly send: (bytes: Uint8Array) => void;
  /** A CCID message of the host whose frame was sound. */
  readonly onMessage: (bytes: Uint8Array) => void;
}

/** Movements a host that asks nothing may learn of afterwards, the last ones (ours). */
const MAX_WAITING_NOTICES = 64;

/**
 * The reader's end of the serial line: framing, echo, NAK and sending again, movement notices between frames
 * (firmware-validation.md §2, §11).
 */
export class HostLine {
  readonly #parts: HostLineParts;
  readonly #parser: LineParser;
  #cancelGap: Cancel | undefined;
  #last: CcidFrame | undefined;
  #resends = 0;
  #taken = 0;
  /** Notices that wait for the next answer; empty while they go out at once. */
  #waiting: Uint8Array[] = [];
  #isSynchronous = true;

  constructor(parts: HostLineParts) {
    this.#parts = parts;
    const { decisions, identity } = parts;
    const longest = decisions.longestMessageBytes(identity.maxMessageBytes);
    this.#parser = new LineParser(longest, (event) => this.#on(event));
  }

  /** Bytes of the host, in any pieces. */
  receive(bytes: Uint8Array): void {
    const { clock, decisions, send } = this.#parts;
    if (!decisions.takesPiece(bytes)) return;
    const strayBefore = this.#parser.dropped;
    this.#taken = 0;
    this.#cancelGap?.();
    this.#cancelGap = undefined;
    this.#parser.push(bytes);
    if (decisions.answersStrayBytes && this.#parser.dropped > strayBefore) send(nak());
    if (this.#parser.isMidFrame && Number.isFinite(decisions.gapMs))
      this.#cancelGap = clock.after(decisions.gapMs, () => this.#parser.gap());
  }

  /** Sends an answer, after the notices that wait for it and before its trailer. */
  answer(message: CcidFrame, trailer: Uint8Array): void {
    const { decisions, send } = this.#parts;
    this.#last = message;
    this.#resends = 0;
    const bytes = encodeMessage(message);
    if (this.#waiting.length === 0) send(bytes);
    else {
      const notices = concat(...this.#waiting);
      this.#waiting = [];
      for (const part of decisions.withNotices(notices, bytes)) send(part);
    }
    if (trailer.length > 0) send(trailer);
  }

  /** A card came or went: told with the next answer, or at once where the host asked for that. */
  moved(slot: number, present: boolean): void {
    const { decisions, send } = this.#parts;
    for (const notice of decisions.notice(slot, present)) {
      if (decisions.holdsNotices(this.#isSynchronous)) this.#waiting.push(notice);
      else send(notice);
    }
    if (this.#waiting.length > MAX_WAITING_NOTICES) this.#waiting = this.#waiting.slice(-MAX_WAITING_NOTICES);
  }

  /** Escape 01 01 01 and 01 01 00: notices with the next answer, or at once (the latter ours, §11). */
  setSynchronous(isSynchronous: boolean): void {
    this.#isSynchronous = isSynchronous;
  }

  #on(event: LineEvent): void {
    const { decisions, send } = this.#parts;
    switch (event.kind) {
      case "message":
        return this.#take(event.bytes);
      case "damaged":
        if (event.why === "lrc" && decisions.takesBadLrc) return this.#take(event.bytes);
        return send(nak());
      case "nak":
        return this.#sendAgain();
      default:
        return; // the host has no cards and no waits to tell of
    }
  }

  #take(bytes: Uint8Array): void {
    const { decisions, identity, onMessage, send } = this.#parts;
    if (!decisions.takesSeveralFrames && this.#taken > 0) return;
    this.#taken++;
    const echo = bytes.length > identity.longestEchoBytes ? headerOf(bytes) : bytes;
    for (let copy = decisions.echoes(identity.echoes); copy > 0; copy--) send(encodeBytes(echo));
    onMessage(bytes);
  }

  #sendAgain(): void {
    const { decisions, send } = this.#parts;
    if (this.#last === undefined || this.#resends >= decisions.maxResends) return;
    this.#resends++;
    send(encodeMessage(decisions.again(this.#last)));
  }
}

/** The header of a message as that of one without data. A copy by `from`: a Buffer's `slice` would be the message itself. */
const headerOf = (message: Uint8Array): Uint8Array =>
  Uint8Array.from(message.subarray(0, HEADER_BYTES)).fill(0, LENGTH_AT, LENGTH_AT + 4);
const LENGTH_AT = 1;
