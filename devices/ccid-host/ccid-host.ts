import { concat } from "../../simulator/kernel/bytes.ts";
import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { type Process, start } from "../../simulator/kernel/process.ts";
import { CHAIN, COMMAND, COMMAND_STATUS, HEADER_BYTES, ICC_STATUS } from "../ccid/constants.ts";
import type { CcidFrame } from "../ccid/frame.ts";
import { escapeCommand, plainCommand, powerOn, xfrBlock } from "../ccid/writer.ts";
import { T1InterfaceDevice } from "../t1/interface-device.ts";
import { t1Parameters } from "../t1/parameters.ts";
import type { Transport } from "../transports/transport.ts";
import { HostLink } from "./host-link.ts";
import { type HostProblem, isHostProblem, PROTOCOL_PROBLEM, problemOf } from "./host-problem.ts";

/** Waits of a host (firmware-validation.md §2, §10), ms. */
const WAIT_MS = { firmware: 2_000, status: 3_000, powerOn: 10_000, transfer: 3_000 } as const;
const FIRMWARE_TEXT = Uint8Array.of(0x02);
const NOTICES_WITH_ANSWERS = Uint8Array.of(0x01, 0x01, 0x01);
/** What every card is clocked with until somebody says otherwise, Hz. */
const CARD_CLOCK_HZ = 4_000_000;
/** The bits of bStatus that tell of the card; the two upper ones tell of the command. */
const ICC_STATUS_MASK = 0x3f;
/** The longest answer: 65,536 bytes and a status word (ISO/IEC 7816-4 §5.1). A part of it without bytes counts as one. */
const MAX_ANSWER_BYTES = 65_538;

/** How a reader is spoken to. */
export interface CcidHostParts {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly slot?: number;
  /** Units of XfrBlock: with `tpdu` the host runs T=1 itself. */
  readonly level: "tpdu" | "apdu";
  readonly maxMessageBytes: number;
}

/**
 * A program's side of a CCID reader on a serial line or TCP: it gives power, sends APDUs, and runs T=1 where the reader
 * leaves it to the host. Every failure is a value that says what to look at.
 */
export class CcidHost {
  readonly #parts: CcidHostParts;
  readonly #link: HostLink;
  readonly #slot: number;
  #t1: T1InterfaceDevice | undefined;
  #transferProblem: HostProblem | undefined;
  #abandonBlock: Cancel = () => {};

  constructor(parts: CcidHostParts) {
    this.#parts = parts;
    this.#slot = parts.slot ?? 0;
    this.#link = new HostLink(parts.clock, parts.transport);
  }

  /**
   * Asks whether anybody is there, and has movement told with the answers; the text of the firmware. A reader that refuses
   * either is there all the same: not every one has the text, nor the switch (§2).
   */
  *open(): Process<string | HostProblem> {
    const told = yield* this.#ask((to) => escapeCommand(to, FIRMWARE_TEXT), WAIT_MS.firmware);
    if (isHostProblem(told) && told.error === undefined) return told;
    const switched = yield* this.#ask((to) => escapeCommand(to, NOTICES_WITH_ANSWERS), WAIT_MS.status);
    if (isHostProblem(switched) && switched.error === undefined) return switched;
    return isHostProblem(told) ? "" : Buffer.from(told.data).toString("latin1");
  }

  /** True when a card lies there, with power or without. */
  *isPresent(): Process<boolean | HostProblem> {
    const status = yield* this.#ask((to) => plainCommand(COMMAND.getSlotStatus, to), WAIT_MS.status);
    if (!isHostProblem(status)) return (status.b7 & ICC_STATUS_MASK) !== ICC_STATUS.absent;
    return status.kind === "no-card" ? false : status;
  }

  /** Gives the card power, or resets it; its ATR. */
  *powerOn(): Process<{ readonly atr: Uint8Array } | HostProblem> {
    this.#t1 = undefined;
    const answer = yield* this.#ask((to) => powerOn(to, 0), WAIT_MS.powerOn);
    if (isHostProblem(answer)) return answer;
    const atr = answer.data.slice();
    if (this.#parts.level === "apdu") return { atr };
    const parameters = t1Parameters(atr, CARD_CLOCK_HZ);
    if (parameters === undefined) return PROTOCOL_PROBLEM;
    this.#t1 = new T1InterfaceDevice({
      clock: this.#parts.clock,
      send: (block) => this.#sendBlock(block),
      // The reader keeps the card's times and tells us; our own wait is for the reader.
      parameters: { ...parameters, bwtMs: WAIT_MS.transfer, cwtMs: WAIT_MS.transfer },
    });
    const negotiated = yield* this.#t1.negotiate();
    return negotiated.kind === "negotiated" ? { atr } : (this.#transferProblem ?? PROTOCOL_PROBLEM);
  }

  /** Takes the power away; nothing is told of a card that is gone already. */
  *powerOff(): Process<void> {
    this.#t1 = undefined;
    yield* this.#ask((to) => plainCommand(COMMAND.iccPowerOff, to), WAIT_MS.status);
  }

  /** Sends one command APDU; the response with its status word. */
  *transmit(apdu: Uint8Array): Process<{ readonly response: Uint8Array } | HostProblem> {
    if (this.#parts.level === "apdu") return yield* this.#transmitApdu(apdu);
    if (this.#t1 === undefined) return PROTOCOL_PROBLEM;
    this.#transferProblem = undefined;
    const outcome = yield* this.#t1.transceive(apdu);
    if (outcome.kind === "answer") return { response: outcome.bytes };
    return this.#transferProblem ?? PROTOCOL_PROBLEM;
  }

  /** Told when a card came or went, with the next answer. */
  onMoved(listener: (present: boolean) => void): Cancel {
    return this.#link.onMoved((slot, present) => {
      if (slot === this.#slot) listener(present);
    });
  }

  /** Lets go of the line, which stays open, and waits for nothing any more. */
  close(): void {
    this.#abandonBlock();
    this.#link.close();
  }

  /** A block of T=1 to the card; the card's block goes to the protocol, a failure ends what it waits for. */
  #sendBlock(block: Uint8Array): void {
    const t1 = this.#t1;
    this.#abandonBlock = start(
      this.#ask((to) => xfrBlock(to, block), WAIT_MS.transfer),
      (outcome) => {
        if ("error" in outcome || isHostProblem(outcome.value)) {
          this.#transferProblem = "error" in outcome ? PROTOCOL_PROBLEM : (outcome.value as HostProblem);
          t1?.abandon();
        } else t1?.receive(outcome.value.data);
      },
    );
  }

  /** A whole APDU, in parts where one message cannot hold it (USB CCID 1.1 §6.1.4). */
  *#transmitApdu(apdu: Uint8Array): Process<{ readonly response: Uint8Array } | HostProblem> {
    const partBytes = this.#parts.maxMessageBytes - HEADER_BYTES;
    let answer: CcidFrame | HostProblem = PROTOCOL_PROBLEM;
    for (let from = 0; from < Math.max(1, apdu.length); from += partBytes) {
      const level = levelOf(from, apdu.length, partBytes);
      answer = yield* this.#ask((to) => xfrBlock(to, apdu.subarray(from, from + partBytes), level), WAIT_MS.transfer);
      if (isHostProblem(answer)) return answer;
    }
    if (isHostProblem(answer)) return answer;
    const parts = [answer.data];
    let heldBytes = answer.data.length;
    while (answer.b9 === CHAIN.begins || answer.b9 === CHAIN.continues) {
      const next: CcidFrame | HostProblem = yield* this.#ask(
        (to) => xfrBlock(to, new Uint8Array(0), CHAIN.next),
        WAIT_MS.transfer,
      );
      if (isHostProblem(next)) return next;
      answer = next;
      parts.push(answer.data);
      heldBytes += Math.max(1, answer.data.length);
      if (heldBytes > MAX_ANSWER_BYTES) return PROTOCOL_PROBLEM;
    }
    const response = parts.length === 1 ? answer.data.slice() : concat(...parts);
    return response.length < 2 ? PROTOCOL_PROBLEM : { response };
  }

  *#ask(
    make: (to: { readonly slot: number; readonly sequence: number }) => CcidFrame,
    timeoutMs: number,
  ): Process<CcidFrame | HostProblem> {
    const answer = yield* this.#link.ask((sequence) => make({ slot: this.#slot, sequence }), timeoutMs);
    if (isHostProblem(answer)) return answer;
    const isFailure = (answer.b7 & ~ICC_STATUS_MASK) === COMMAND_STATUS.failed;
    return isFailure ? problemOf(answer.b7 & ICC_STATUS_MASK, answer.b8) : answer;
  }
}

/** wLevelParameter of the part that begins at `from`. */
function levelOf(from: number, lengthBytes: number, partBytes: number): number {
  const isFirst = from === 0;
  const isLast = from + partBytes >= lengthBytes;
  if (isFirst) return isLast ? CHAIN.whole : CHAIN.begins;
  return isLast ? CHAIN.ends : CHAIN.continues;
}
