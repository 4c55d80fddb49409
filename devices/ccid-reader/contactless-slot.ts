import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { type Process, sleep, start } from "../../simulator/kernel/process.ts";
import { ERROR } from "../ccid/constants.ts";
import type { PcdDecisions } from "../iso14443/decisions.ts";
import { PcdTypeB } from "../iso14443/pcd.ts";
import { carryApdu } from "./apdu-level.ts";
import type { ReaderDecisions } from "./decisions.ts";
import { type IccOutcome, type IccSlot, type IccState, MUTE } from "./icc-slot.ts";
import type { RfPort } from "./ports.ts";
import { DEFAULT_T1_PARAMETERS } from "./protocol-parameters.ts";
import { Turn } from "./turn.ts";

/** What a contactless slot stands on. */
export interface ContactlessSlotParts {
  readonly clock: Clock;
  readonly port: RfPort;
  readonly decisions: Pick<ReaderDecisions, "power" | "apdu">;
  readonly pcd: PcdDecisions;
  /** Added to every wait for the card, ms: a line in software is slower than air. */
  readonly lineAllowanceMs: number;
  readonly onDefect: (error: unknown) => void;
}

/** How often the reader looks whether a card came or went (ours). */
export const POLL_PERIOD_MS = 100;

/** A slot with an antenna: it looks for cards of Type B by itself and speaks ISO-DEP with the one it found. */
export class ContactlessSlot implements IccSlot {
  readonly level = "apdu";
  readonly #parts: ContactlessSlotParts;
  readonly #pcd: PcdTypeB;
  readonly #turn: Turn;
  readonly #moved: (() => void)[] = [];
  readonly #stop: Cancel;
  #state: IccState = "absent";
  #atr: Uint8Array | undefined;
  #wantsOff = false;
  #isBroken = false;

  constructor(parts: ContactlessSlotParts) {
    this.#parts = parts;
    const { clock, port, pcd, lineAllowanceMs, onDefect } = parts;
    this.#turn = new Turn(clock);
    this.#pcd = new PcdTypeB({
      clock,
      send: (frame) => port.send(frame),
      field: (isOn) => port.field(isOn),
      frameAllowanceMs: lineAllowanceMs,
      decisions: pcd,
    });
    port.onFrame((frame) => this.#pcd.receive(frame));
    this.#stop = start(this.#watch(), (outcome) => {
      if ("error" in outcome) onDefect(outcome.error);
    });
  }

  get state(): IccState {
    return this.#state;
  }

  /** Ends the polling; the reader is being switched off. */
  close(): void {
    this.#stop();
  }

  *powerOn(): Process<IccOutcome> {
    if (this.#state === "absent") return this.#atr === undefined ? MUTE : { data: this.#atr };
    if (this.#atr !== undefined && !this.#parts.decisions.power.resetsPoweredCard) return { data: this.#atr };
    return yield* this.#turn.take(() => this.#activate());
  }

  powerOff(): void {
    if (this.#state !== "active") return;
    this.#state = "inactive";
    this.#atr = undefined;
    this.#wantsOff = true;
  }

  *exchange(bytes: Uint8Array): Process<IccOutcome> {
    if (this.#state !== "active") return MUTE;
    return yield* carryApdu(bytes, (apdu) => this.#turn.take(() => this.#send(apdu)), this.#parts.decisions.apdu);
  }

  abandon(): void {
    this.#isBroken = true;
  }

  setParameters(): boolean {
    return true; // ISO-DEP has none of the contact parameters; the host may set what it likes
  }

  parameters(): { readonly protocol: number; readonly data: Uint8Array } {
    return { protocol: 1, data: DEFAULT_T1_PARAMETERS };
  }

  onMoved(listener: () => void): void {
    this.#moved.push(listener);
  }

  *#activate(): Process<IccOutcome> {
    if (this.#state === "active" || this.#wantsOff) yield* this.#pcd.resetField();
    yield* this.#mend();
    this.#wantsOff = false;
    const activated = yield* this.#pcd.activate();
    if (typeof activated === "string") {
      this.#atr = undefined;
      if (activated === "nothing") this.#become("absent");
      return { error: activated === "collision" ? ERROR.hardware : ERROR.mute };
    }
    this.#atr = activated.atr;
    this.#state = "active";
    return { data: activated.atr };
  }

  *#send(apdu: Uint8Array): Process<IccOutcome> {
    const outcome = yield* this.#pcd.transceive(apdu);
    if (outcome.kind === "answer") return { data: outcome.bytes };
    this.#atr = undefined;
    if (outcome.kind === "removed") {
      this.#become("absent");
      return MUTE;
    }
    this.#become("inactive");
    return { error: ERROR.parity };
  }

  /** Looks for a card, or whether it is still there, for as long as the reader has power. */
  *#watch(): Process<void> {
    while (true) {
      if (!this.#turn.isTaken) yield* this.#turn.take(() => this.#look());
      yield* sleep(this.#parts.clock, POLL_PERIOD_MS);
    }
  }

  *#look(): Process<void> {
    yield* this.#mend();
    if (this.#state === "active") {
      if ((yield* this.#pcd.presence()) === "removed") this.#gone();
      return;
    }
    if (this.#wantsOff) {
      this.#wantsOff = false;
      yield* this.#pcd.deselect();
    }
    const polled = yield* this.#pcd.poll();
    if (polled === "nothing") this.#gone();
    else if (this.#state === "absent") this.#become("inactive");
  }

  /** After an exchange that was broken off the field is taken away: the card starts anew. */
  *#mend(): Process<void> {
    if (!this.#isBroken) return;
    this.#isBroken = false;
    yield* this.#pcd.resetField();
    this.#atr = undefined;
    if (this.#state === "active") this.#state = "inactive";
  }

  #gone(): void {
    this.#atr = this.#pcd.atr;
    if (this.#state !== "absent") this.#become("absent");
  }

  /** Listeners are told afterwards: they may break off the command in the middle of which the card was missed. */
  #become(state: IccState): void {
    const wasPresent = this.#state !== "absent";
    this.#state = state;
    if (wasPresent === (state !== "absent")) return;
    this.#parts.clock.after(0, () => {
      for (const listener of this.#moved) listener();
    });
  }
}
