import { concat } from "../../simulator/kernel/bytes.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import { ERROR, POWER_SELECT } from "../ccid/constants.ts";
import { decodeAtr } from "../iso7816/atr-decode.ts";
import type { T1Decisions } from "../t1/decisions.ts";
import { T1InterfaceDevice, type T1Negotiation, type T1Outcome } from "../t1/interface-device.ts";
import { type T1Parameters, t1Parameters } from "../t1/parameters.ts";
import { carryApdu } from "./apdu-level.ts";
import type { ReaderDecisions } from "./decisions.ts";
import { answerBytes } from "./host-block.ts";
import { failed, type IccOutcome, type IccSlot, type IccState, MUTE } from "./icc-slot.ts";
import type { ReaderIdentity } from "./identity.ts";
import type { ContactPort, Voltage } from "./ports.ts";
import { DEFAULT_T1_PARAMETERS, parametersOf, readParameters } from "./protocol-parameters.ts";

/** What a contact slot stands on. */
export interface ContactSlotParts {
  readonly clock: Clock;
  readonly port: ContactPort;
  readonly identity: ReaderIdentity;
  readonly decisions: Pick<ReaderDecisions, "power" | "apdu">;
  readonly t1: T1Decisions;
  /** Added to every wait for the card, ms: a line in software is slower than contacts. */
  readonly lineAllowanceMs: number;
}

/** 40,000 clocks at 4 MHz from reset to the first character (ISO/IEC 7816-3 §6.2.2), whole ms. */
const INITIAL_WAIT_MS = 10;
/** Pieces that wait: a card that sends more than a reader can take floods it. */
const MAX_PIECES = 1_024;
/** An ATR has at most 33 characters (ISO/IEC 7816-3 §8.2.1). */
const MAX_ATR_BYTES = 33;

/** A slot with contacts: power by voltage class, the ATR, and blocks of T=1, the host's or the reader's own. */
export class ContactSlot implements IccSlot {
  readonly level: "tpdu" | "apdu";
  readonly #parts: ContactSlotParts;
  readonly #moved: (() => void)[] = [];
  /** Pieces of what the card says while somebody listens for characters; what comes else is nobody's. */
  #pieces: Mailbox<Uint8Array> | undefined;
  #atr: Uint8Array | undefined;
  #parameters: T1Parameters | undefined;
  #protocolData = DEFAULT_T1_PARAMETERS;
  #t1: T1InterfaceDevice | undefined;

  constructor(parts: ContactSlotParts) {
    this.#parts = parts;
    this.level = parts.identity.level;
    parts.port.onCharacters((characters) => this.#hear(characters));
    parts.port.onMoved(() => {
      if (parts.decisions.power.forgetsOnRemoval) this.#forget();
      for (const listener of this.#moved) listener();
    });
  }

  get state(): IccState {
    if (!this.#parts.port.isPresent) return "absent";
    return this.#atr === undefined ? "inactive" : "active";
  }

  *powerOn(powerSelect: number): Process<IccOutcome> {
    const { port, decisions } = this.#parts;
    if (!port.isPresent) return MUTE;
    if (this.#atr !== undefined && !decisions.power.resetsPoweredCard) return { data: this.#atr };
    const classes = powerSelect === POWER_SELECT.automatic ? decisions.power.voltageOrder : [powerSelect as Voltage];
    let outcome: IccOutcome = MUTE;
    for (const voltage of classes) {
      this.powerOff();
      outcome = yield* this.#receiveAtr(voltage);
      if (!failed(outcome)) return yield* this.#activate(outcome.data);
    }
    this.powerOff();
    return outcome;
  }

  powerOff(): void {
    this.#forget();
    this.#parts.port.powerOff();
  }

  *exchange(bytes: Uint8Array, waiting: (multiplier: number) => void, bwi = 0): Process<IccOutcome> {
    if (this.state !== "active") return MUTE;
    if (this.level === "tpdu") return yield* this.#exchangeBlock(bytes, Math.max(1, bwi));
    const { apdu } = this.#parts.decisions;
    return yield* carryApdu(bytes, (command) => this.#exchangeApdu(command, waiting), apdu);
  }

  abandon(): void {
    this.#t1?.abandon();
  }

  setParameters(protocol: number, data: Uint8Array): boolean {
    const read = readParameters(protocol, data);
    if (read === undefined) return false;
    this.#protocolData = data.slice();
    return true;
  }

  parameters(): { readonly protocol: number; readonly data: Uint8Array } {
    return { protocol: 1, data: this.#protocolData };
  }

  onMoved(listener: () => void): void {
    this.#moved.push(listener);
  }

  #forget(): void {
    this.#atr = undefined;
    this.#t1 = undefined;
  }

  #hear(characters: Uint8Array): void {
    if (this.#t1 !== undefined) this.#t1.receive(characters);
    else if (characters.length > 0) this.#pieces?.put(characters);
  }

  /** What the card says to what is sent, in any pieces, until it is whole; a card that stops before is a parity error. */
  *#hearAll(
    send: () => void,
    isWhole: (heard: Uint8Array) => boolean,
    waitMs: (heard: Uint8Array) => number,
  ): Process<IccOutcome> {
    const pieces = new Mailbox<Uint8Array>(MAX_PIECES);
    this.#pieces = pieces;
    try {
      send();
      let heard: Uint8Array = new Uint8Array(0);
      while (!isWhole(heard)) {
        const piece = yield* pieces.take(this.#parts.clock, waitMs(heard) + this.#parts.lineAllowanceMs);
        if (piece === undefined) return heard.length === 0 ? MUTE : { error: ERROR.parity };
        heard = concat(heard, piece);
      }
      return { data: heard };
    } finally {
      this.#pieces = undefined;
    }
  }

  /** Characters until the ATR is whole; TS and TCK are looked at where the reader checks them. */
  *#receiveAtr(voltage: Voltage): Process<IccOutcome> {
    const { port, decisions } = this.#parts;
    const outcome = yield* this.#hearAll(
      () => port.powerOn(voltage),
      (heard) => heard.length >= MAX_ATR_BYTES || decodeAtr(heard).complete,
      () => INITIAL_WAIT_MS,
    );
    if (failed(outcome)) return outcome;
    const atr = outcome.data.subarray(0, MAX_ATR_BYTES);
    const { convention, tck } = decodeAtr(atr);
    if (convention === "unknown" && decisions.power.checksTs) return { error: ERROR.badAtrTs };
    if (tck === "wrong" && decisions.power.checksTck) return { error: ERROR.badAtrTck };
    return { data: atr };
  }

  *#activate(atr: Uint8Array): Process<IccOutcome> {
    const { clock, port, identity, t1, lineAllowanceMs } = this.#parts;
    this.#atr = atr;
    const parameters = t1Parameters(atr, identity.clockKhz * 1_000);
    this.#parameters = parameters;
    this.#protocolData = parameters === undefined ? DEFAULT_T1_PARAMETERS : parametersOf(atr, parameters);
    if (this.level === "tpdu" || parameters === undefined) return { data: atr };
    const { bwtMs, cwtMs } = parameters;
    this.#t1 = new T1InterfaceDevice({
      clock,
      send: (characters) => port.send(characters),
      parameters: { ...parameters, bwtMs: bwtMs + lineAllowanceMs, cwtMs: cwtMs + lineAllowanceMs },
      decisions: t1,
      onWaitingTime: (multiplier) => this.#onWaitingTime(multiplier),
    });
    const negotiated = yield* this.#t1.negotiate();
    return this.#endsSession(negotiated) ? MUTE : { data: atr };
  }

  /** A card whose first block came to nothing loses its power (firmware-validation.md §5, rule 7). */
  #endsSession(outcome: T1Negotiation | T1Outcome): boolean {
    const ends = "powerOff" in outcome && outcome.powerOff;
    if (ends) this.powerOff();
    return ends;
  }

  #onWaitingTime: (multiplier: number) => void = () => {};

  *#exchangeApdu(command: Uint8Array, waiting: (multiplier: number) => void): Process<IccOutcome> {
    if (this.#t1 === undefined) return { error: ERROR.protocolNotSupported };
    this.#onWaitingTime = waiting;
    const outcome = yield* this.#t1.transceive(command);
    this.#endsSession(outcome);
    switch (outcome.kind) {
      case "answer":
        return { data: outcome.bytes };
      case "protocol-error":
        return { error: ERROR.parity };
      case "aborted":
        return { error: ERROR.aborted };
      default:
        return MUTE;
    }
  }

  /** The host's own block or PPS to the card, and the card's back. */
  *#exchangeBlock(block: Uint8Array, multiplier: number): Process<IccOutcome> {
    if (this.#parameters === undefined) return { error: ERROR.protocolNotSupported };
    const { bwtMs, cwtMs, edc } = this.#parameters;
    const outcome = yield* this.#hearAll(
      () => this.#parts.port.send(block),
      (heard) => heard.length >= answerBytes(heard, edc),
      (heard) => (heard.length === 0 ? bwtMs * multiplier : cwtMs),
    );
    if (failed(outcome)) return outcome;
    return { data: outcome.data.subarray(0, answerBytes(outcome.data, edc)) }; // what is behind a block is no answer
  }
}
