import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import { COMMAND_STATUS } from "../ccid/constants.ts";
import type { CcidFrame } from "../ccid/frame.ts";
import { isDefect, parseFrame } from "../ccid/parser.ts";
import { EXTENDED_MAX_MESSAGE_BYTES, MAX_GAP_MS, MAX_RESENDS } from "../ccid-serial/constants.ts";
import { encodeMessage, type LineEvent, nak } from "../ccid-serial/frame.ts";
import { LineParser } from "../ccid-serial/parser.ts";
import type { Transport } from "../transports/transport.ts";
import { type HostProblem, LINE_PROBLEM, NO_ANSWER_PROBLEM } from "./host-problem.ts";

/** Answers with another number are stale; the public driver gives up after ten (firmware-validation.md §1.4). */
const MAX_STALE = 10;
/** A command that is extended more often works for ever. */
const MAX_EXTENSIONS = 2_000;
/** Events that may wait, or be no answer to a command; more come from a reader that floods the line. */
const MAX_EVENTS = 1_024;
/** Types below are the host's own: the reader's echo of what it sent. */
const FIRST_ANSWER_TYPE = 0x80;

/** One command at a time over the serial line of a CCID reader: framing, NAK, echo, stale answers, time extensions. */
export class HostLink {
  readonly #clock: Clock;
  readonly #transport: Transport;
  readonly #parser: LineParser;
  readonly #stop: Cancel;
  readonly #moved = new Set<(slot: number, present: boolean) => void>();
  #events = new Mailbox<LineEvent>(MAX_EVENTS);
  #held = 0;
  #sequence = 0;
  #cancelGap: Cancel | undefined;

  constructor(clock: Clock, transport: Transport) {
    this.#clock = clock;
    this.#transport = transport;
    this.#parser = new LineParser(EXTENDED_MAX_MESSAGE_BYTES, (event) => this.#hear(event));
    this.#stop = transport.onBytes((bytes) => this.#receive(bytes));
  }

  /** Hears nothing more; the line stays open. */
  close(): void {
    this.#stop();
    this.#cancelGap?.();
  }

  /** Told when a card came or went. */
  onMoved(listener: (slot: number, present: boolean) => void): Cancel {
    this.#moved.add(listener);
    return () => {
      this.#moved.delete(listener);
    };
  }

  /** Sends a command and waits for its answer; `make` gets the number it is known by. */
  *ask(make: (sequence: number) => CcidFrame, timeoutMs: number): Process<CcidFrame | HostProblem> {
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xff;
    const command = make(sequence);
    const bytes = encodeMessage(command);
    this.#events = new Mailbox<LineEvent>(MAX_EVENTS);
    this.#held = 0;
    this.#transport.send(bytes);
    return yield* this.#answerTo(command, bytes, timeoutMs);
  }

  *#answerTo(command: CcidFrame, bytes: Uint8Array, timeoutMs: number): Process<CcidFrame | HostProblem> {
    let waitMs = timeoutMs;
    const left = { extensions: MAX_EXTENSIONS, stale: MAX_STALE, repeats: MAX_RESENDS, others: MAX_EVENTS };
    while (left.extensions > 0 && left.stale > 0) {
      const event = yield* this.#events.take(this.#clock, waitMs);
      if (event === undefined) return NO_ANSWER_PROBLEM;
      this.#held--;
      waitMs = timeoutMs;
      if (event.kind === "nak" || event.kind === "damaged") {
        if (left.repeats-- === 0) return LINE_PROBLEM;
        this.#transport.send(event.kind === "nak" ? bytes : nak());
        continue;
      }
      const answer = event.kind === "message" ? parseFrame(event.bytes) : undefined;
      if (answer === undefined || isDefect(answer) || answer.type < FIRST_ANSWER_TYPE) {
        if (left.others-- === 0) return LINE_PROBLEM;
        continue;
      }
      if (answer.sequence !== command.sequence || answer.slot !== command.slot) left.stale--;
      else if ((answer.b7 & 0xc0) !== COMMAND_STATUS.timeExtension) return answer;
      else {
        left.extensions--;
        waitMs = timeoutMs * Math.max(1, answer.b8); // for the next wait only (§1.4)
      }
    }
    return NO_ANSWER_PROBLEM;
  }

  #receive(bytes: Uint8Array): void {
    this.#cancelGap?.();
    this.#cancelGap = undefined;
    this.#parser.push(bytes);
    if (this.#parser.isMidFrame) this.#cancelGap = this.#clock.after(MAX_GAP_MS, () => this.#parser.gap());
  }

  #hear(event: LineEvent): void {
    if (event.kind === "movement") {
      for (const listener of this.#moved) listener(event.slot, event.present);
      return;
    }
    if (this.#held >= MAX_EVENTS) return; // a reader that floods loses what nobody asked for
    this.#held++;
    this.#events.put(event);
  }
}
