import { COMMAND, COMMAND_STATUS } from "../../devices/ccid/constants.ts";
import type { CcidFrame } from "../../devices/ccid/frame.ts";
import { isDefect, parseFrame } from "../../devices/ccid/parser.ts";
import { plainCommand, powerOn, xfrBlock } from "../../devices/ccid/writer.ts";
import { EXTENDED_MAX_MESSAGE_BYTES } from "../../devices/ccid-serial/constants.ts";
import { encodeBytes, encodeMessage, type LineEvent, movement, nak } from "../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../devices/ccid-serial/parser.ts";
import { toHex } from "../../simulator/kernel/bytes.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import type { Evidence } from "./evidence-log.ts";

/** Waits of a host (firmware-validation.md §10), ms. */
export const HOST_WAIT_MS = { status: 3_000, powerOn: 10_000, transfer: 3_000 } as const;
/** Events in one check, more than any clause has use for; a reader that sends more floods the line. */
const MAX_EVENTS = 4_096;
/** Answers with another number than asked are stale; the public driver gives up after ten (§1.4). */
const MAX_STALE = 10;
/** Checks begin here, so that only the check about it meets the number that wraps. */
const FIRST_SEQUENCE = 0x10;
/** Types below are the host's own: an echo of what it sent. */
const FIRST_ANSWER_TYPE = 0x80;

/** An event of the line with its number in the evidence. */
export interface Heard {
  readonly event: LineEvent;
  readonly seq: number;
  readonly atMs: number;
}

/** An answer with the time extensions before it and its number in the evidence. */
export interface Answer extends CcidFrame {
  readonly seq: number;
  readonly atMs: number;
  /** Time extensions that came before it, echoes and stale answers left out. */
  readonly extensions: readonly CcidFrame[];
}

/** The host of a bench: sends what a check wants sent, right or wrong, and hears everything. */
export class HostSide {
  readonly clock: Clock;
  readonly #send: (bytes: Uint8Array) => void;
  readonly #evidence: Evidence;
  readonly #parser: LineParser;
  #heard = new Mailbox<Heard>(MAX_EVENTS);
  #count = 0;
  #sequence = FIRST_SEQUENCE;

  constructor(clock: Clock, send: (bytes: Uint8Array) => void, evidence: Evidence) {
    this.clock = clock;
    this.#send = send;
    this.#evidence = evidence;
    this.#parser = new LineParser(EXTENDED_MAX_MESSAGE_BYTES, (event) => this.#hear(event));
  }

  /** Bytes of the reader. */
  receive(bytes: Uint8Array): void {
    this.#parser.push(bytes);
  }

  /** Sends bytes as they are. */
  sendBytes(bytes: Uint8Array): void {
    this.#evidence.bytes("host", "harness", bytes);
    this.#send(bytes);
  }

  /** Sends a command with its framing. */
  send(command: CcidFrame): void {
    this.sendBytes(encodeMessage(command));
  }

  /** The next sequence number, from 10 on. */
  nextSequence(): number {
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xff;
    return sequence;
  }

  /** What a command is addressed with. */
  to(slot: number): { readonly slot: number; readonly sequence: number } {
    return { slot, sequence: this.nextSequence() };
  }

  /** What the line says next, echoes included; undefined when it says nothing in time. */
  *next(timeoutMs: number): Process<Heard | undefined> {
    return yield* this.#heard.take(this.clock, timeoutMs);
  }

  /** Everything the line says in a time. */
  *during(ms: number): Process<readonly Heard[]> {
    const until = this.clock.nowMs + ms;
    const all: Heard[] = [];
    // The wall's time goes on between two looks at it: one look a round.
    for (let leftMs = ms; leftMs > 0; leftMs = until - this.clock.nowMs) {
      const heard = yield* this.next(leftMs);
      if (heard !== undefined) all.push(heard);
    }
    return all;
  }

  /** The next message of the reader, whatever its slot and number; echoes, notices and NAK are let go. */
  *nextAnswer(timeoutMs: number): Process<(CcidFrame & { readonly seq: number }) | undefined> {
    for (let seen = 0; seen < MAX_EVENTS; seen++) {
      const heard = yield* this.next(timeoutMs);
      if (heard === undefined) return undefined;
      const answer = answerIn(heard.event);
      if (answer !== undefined) return { ...answer, seq: heard.seq };
    }
    return undefined;
  }

  /** The answer to a command that was sent; undefined when there is none in time. Time extensions lengthen the wait. */
  *answerTo(command: CcidFrame, timeoutMs: number): Process<Answer | undefined> {
    const extensions: CcidFrame[] = [];
    let stale = 0;
    let waitMs = timeoutMs;
    while (stale <= MAX_STALE) {
      const heard = yield* this.next(waitMs);
      if (heard === undefined) return undefined;
      const frame = answerIn(heard.event);
      if (frame === undefined) continue;
      if (frame.sequence !== command.sequence || frame.slot !== command.slot) stale++;
      else if (!isTimeExtension(frame)) return { ...frame, seq: heard.seq, atMs: heard.atMs, extensions };
      else {
        extensions.push(frame);
        waitMs = timeoutMs * Math.max(1, frame.b8); // for the next wait only (§1.4)
        continue;
      }
      waitMs = timeoutMs;
    }
    return undefined;
  }

  /** Sends a command and waits for its answer; the clause is broken when none comes. */
  *ask(command: CcidFrame, timeoutMs: number = HOST_WAIT_MS.transfer): Process<Answer> {
    this.send(command);
    const answer = yield* this.answerTo(command, timeoutMs);
    if (answer !== undefined) return answer;
    const what = commandName(command);
    throw this.#evidence.broken({
      ja: `${what} に ${timeoutMs} ms 以内の応答がない`,
      en: `no answer to ${what} within ${timeoutMs} ms`,
    });
  }

  /** GetSlotStatus. */
  *status(slot = 0): Process<Answer> {
    return yield* this.ask(plainCommand(COMMAND.getSlotStatus, this.to(slot)), HOST_WAIT_MS.status);
  }

  /** IccPowerOn; the answer as it is. */
  *powerOn(slot = 0, powerSelect = 0): Process<Answer> {
    return yield* this.ask(powerOn(this.to(slot), powerSelect), HOST_WAIT_MS.powerOn);
  }

  /** IccPowerOff. */
  *powerOff(slot = 0): Process<Answer> {
    return yield* this.ask(plainCommand(COMMAND.iccPowerOff, this.to(slot)));
  }

  /** XfrBlock with a whole APDU; the answer as it is. */
  *transfer(apdu: Uint8Array, slot = 0): Process<Answer> {
    return yield* this.ask(xfrBlock(this.to(slot), apdu));
  }

  /** Forgets what was heard. */
  forget(): void {
    this.#heard = new Mailbox<Heard>(MAX_EVENTS);
    this.#count = 0;
    this.#sequence = FIRST_SEQUENCE;
  }

  #hear(event: LineEvent): void {
    if (this.#count >= MAX_EVENTS)
      throw this.#evidence.broken({
        ja: `リーダーが送り続けている（${MAX_EVENTS} 件を超えた）`,
        en: `the reader floods the line: more than ${MAX_EVENTS} messages in one check`,
      });
    this.#count++;
    const seq = this.#evidence.bytes("host", "reader", bytesOf(event));
    this.#heard.put({ event, seq, atMs: this.clock.nowMs });
  }
}

/** The message of the reader in an event; undefined for echoes, notices and NAK. */
export function answerIn(event: LineEvent): CcidFrame | undefined {
  if (event.kind !== "message") return undefined;
  const frame = parseFrame(event.bytes);
  return isDefect(frame) || frame.type < FIRST_ANSWER_TYPE ? undefined : frame;
}

/** An event as the bytes it was, for the evidence. */
function bytesOf(event: LineEvent): Uint8Array {
  switch (event.kind) {
    case "message":
      return encodeBytes(event.bytes);
    case "nak":
      return nak();
    case "movement":
      return movement(event.slot, event.present);
    case "wait":
      return Uint8Array.of(event.value);
    case "damaged":
      return event.why === "lrc" ? event.bytes : new Uint8Array(0);
  }
}

const NAMES = new Map(Object.entries(COMMAND).map(([name, type]) => [type as number, name]));

/** A command in words for messages: its name, slot and number, never its data. */
export const commandName = ({ type, slot, sequence }: CcidFrame): string =>
  `${NAMES.get(type) ?? `type ${toHex(Uint8Array.of(type))}`} (slot ${slot}, bSeq ${toHex(Uint8Array.of(sequence))})`;

/** bStatus and bError of an answer as hexadecimal, `40 FE`. */
export const statusText = ({ b7, b8 }: CcidFrame): string => toHex(Uint8Array.of(b7, b8)).replace(/(..)(..)/, "$1 $2");

/** bmICCStatus of an answer (USB CCID 1.1 §6.2.6). */
export const iccStatusOf = ({ b7 }: CcidFrame): number => b7 & 0x03;
/** True for an answer to a command that was carried out. */
export const succeeded = ({ b7 }: CcidFrame): boolean => (b7 & 0xc0) === COMMAND_STATUS.ok;
/** True for a time extension: the command still works, and its answer is to come (USB CCID 1.1 §6.2.6). */
export const isTimeExtension = ({ b7 }: CcidFrame): boolean => (b7 & 0xc0) === COMMAND_STATUS.timeExtension;
