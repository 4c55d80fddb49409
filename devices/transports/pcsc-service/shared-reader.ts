import type { Cancel } from "../../../simulator/kernel/clock.ts";
import type { Slot } from "../../cards/slot.ts";
import type { Timers } from "../timers.ts";
import type { CardHandle } from "./client.ts";
import {
  CARD_STATE,
  MAX_ATR_BYTES,
  POWER_OFF_GRACE_MS,
  PROTOCOL,
  RETURN_CODE,
  SHARING_EXCLUSIVE,
} from "./constants.ts";
import { ReaderLock } from "./reader-lock.ts";
import type { ReaderRow } from "./reader-table.ts";
import { RequestQueue } from "./request-queue.ts";

/** 16 bits without zero: libpcsclite does not compare a counter with zero, so a change from there would be lost. Ours. */
const EVENT_COUNTERS = 0xffff;

const NO_ATR = new Uint8Array(0);

/** What a reader stands on. */
export interface SharedReaderParts {
  readonly slot: Slot;
  readonly row: ReaderRow;
  /** Number of its row, from 0. */
  readonly index: number;
  readonly timers: Timers;
  /** Told after its row changed in a way that programs wait for. */
  readonly onChange: () => void;
}

/**
 * One slot, shared by many programs: power, the card's state as programs see it, who is connected and who waits.
 *
 * Power, as pcscd has it: a card that is put in gets power for its ATR. Five seconds after that, or after the last
 * handle went, an unused card loses it, and its rights with it; the next SCardConnect gives it again. Until then a card
 * that was left with SCARD_LEAVE_CARD keeps its rights, which is the field's trap and so it is ours.
 */
export class SharedReader {
  readonly slot: Slot;
  readonly index: number;
  readonly lock = new ReaderLock();
  readonly queue: RequestQueue;
  readonly handles = new Set<CardHandle>();
  readonly #row: ReaderRow;
  readonly #timers: Timers;
  readonly #onChange: () => void;
  readonly #stopListening: Cancel;
  #available = true;
  #busy = false;
  #powered = false;
  #atr: Uint8Array = NO_ATR;
  #protocol: number = PROTOCOL.undefined;
  #wasPresent = false;
  #changes: number;
  #cancelGrace: Cancel | undefined;

  constructor({ slot, row, index, timers, onChange }: SharedReaderParts) {
    this.slot = slot;
    this.index = index;
    this.queue = new RequestQueue(timers);
    this.#row = row;
    this.#timers = timers;
    this.#onChange = onChange;
    this.#changes = slot.changes;
    row.reader = slot.reader;
    this.#setCounter();
    this.#stopListening = slot.onChange(() => this.#follow());
    if (slot.present) this.#inserted();
    else row.cardState = CARD_STATE.absent;
  }

  /** False once the reader was taken away. */
  get available(): boolean {
    return this.#available;
  }

  /** A command or a PIN entry is under way: the card can be given nothing else. */
  get busy(): boolean {
    return this.#busy;
  }

  get atr(): Uint8Array {
    return this.#atr;
  }

  get powered(): boolean {
    return this.#powered;
  }

  /** Protocol the card was connected with since it last got power, else {@link PROTOCOL.undefined}. */
  get protocol(): number {
    return this.#protocol;
  }

  set protocol(protocol: number) {
    this.#protocol = protocol;
    this.#row.protocol = protocol;
  }

  /** Gives power unless it is there; false when no card answers. */
  powerUp(): boolean {
    if (!this.#powered && this.slot.present) this.#powerOn();
    return this.#powered;
  }

  /** Resets the card, warm or by taking its power away first; every handle hears of it. False when no card answers. */
  reset(how: "warm" | "cold"): boolean {
    this.#note(RETURN_CODE.resetCard);
    if (how === "cold") this.slot.powerOff();
    if (!this.slot.present) return false;
    this.#powerOn();
    return this.#powered;
  }

  /** Takes the power from the card; every handle hears of a reset. */
  unpower(): void {
    this.#note(RETURN_CODE.resetCard);
    this.#powerOff();
    if (this.slot.present) this.#row.cardState = CARD_STATE.present;
  }

  /** Sends a command to the card; the reader is busy until the answer, or undefined for none, has come. */
  exchange(command: Uint8Array, answered: (response: Uint8Array | undefined) => void): void {
    this.#busy = true;
    this.slot.exchange(command, (response) => {
      this.#busy = false;
      answered(response);
      this.queue.settle();
    });
  }

  /** Keeps the reader busy with something else than a command, until the function it returns is called. */
  occupy(): () => void {
    this.#busy = true;
    return () => {
      this.#busy = false;
      this.queue.settle();
    };
  }

  attach(handle: CardHandle): void {
    this.handles.add(handle);
    this.#stopGrace();
    this.sharingChanged();
  }

  detach(handle: CardHandle): void {
    this.handles.delete(handle);
    this.lock.release(handle);
    this.queue.leave(handle.id);
    if (this.handles.size === 0) this.#startGrace();
    this.sharingChanged();
    this.queue.settle();
  }

  /** Writes into the row who uses the reader. Programs are told when it became free, shared or exclusive. */
  sharingChanged(): void {
    if (!this.#available) return;
    const before = this.#row.sharing;
    const sharing = this.lock.exclusive ? SHARING_EXCLUSIVE : this.handles.size;
    this.#row.sharing = sharing;
    if (kindOf(before) !== kindOf(sharing)) this.#onChange();
  }

  /** The reader is taken away, or the service ends. */
  retire(): void {
    this.#available = false;
    this.#stopListening();
    this.#stopGrace();
    this.lock.breakAll();
    this.#powerOff();
    this.#row.clear();
    this.queue.settle();
  }

  #follow(): void {
    const { changes, present } = this.slot;
    if (changes === this.#changes) return;
    this.#changes = changes;
    this.#setCounter();
    // A swap may come as one call: the card that lies there is then another one.
    if (this.#wasPresent) this.#removed();
    if (present) this.#inserted();
    this.#onChange();
    this.queue.settle();
  }

  #inserted(): void {
    this.#wasPresent = true;
    this.#powerOn();
  }

  #removed(): void {
    this.#wasPresent = false;
    this.#stopGrace();
    this.#note(RETURN_CODE.removedCard);
    this.lock.breakAll();
    this.#powered = false;
    this.protocol = PROTOCOL.undefined;
    this.#setAtr(NO_ATR);
    this.#row.cardState = CARD_STATE.absent;
  }

  #powerOn(): void {
    const atr = this.slot.powerOn();
    this.#powered = atr !== undefined;
    this.protocol = PROTOCOL.undefined;
    this.#setAtr(atr?.subarray(0, MAX_ATR_BYTES) ?? NO_ATR);
    this.#row.cardState =
      CARD_STATE.present | (this.#powered ? CARD_STATE.powered | CARD_STATE.negotiable : CARD_STATE.swallowed);
    if (this.handles.size === 0) this.#startGrace();
  }

  #powerOff(): void {
    this.slot.powerOff();
    this.#powered = false;
    this.protocol = PROTOCOL.undefined;
  }

  /** A removal is not covered up by a later reset of the next card. */
  #note(notice: number): void {
    for (const handle of this.handles) if (handle.notice !== RETURN_CODE.removedCard) handle.notice = notice;
  }

  #startGrace(): void {
    this.#stopGrace();
    if (!this.#powered) return;
    this.#cancelGrace = this.#timers.after(POWER_OFF_GRACE_MS, () => {
      if (this.#busy) this.#startGrace();
      else this.#powerOff();
    });
  }

  #stopGrace(): void {
    this.#cancelGrace?.();
    this.#cancelGrace = undefined;
  }

  #setAtr(atr: Uint8Array): void {
    this.#atr = atr;
    this.#row.atr = atr;
  }

  #setCounter(): void {
    this.#row.eventCounter = (this.#changes % EVENT_COUNTERS) + 1;
  }
}

function kindOf(sharing: number): "free" | "shared" | "exclusive" {
  return sharing === 0 ? "free" : sharing === SHARING_EXCLUSIVE ? "exclusive" : "shared";
}
