import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import { KEY } from "../bench-port/constants.ts";
import { ERROR } from "../ccid/constants.ts";
import type { PinRequest } from "../ccid-secure/parser.ts";
import type { EntryEnd, PinDecisions } from "./decisions.ts";
import type { KeyPort, LogPort, ScreenPort } from "./ports.ts";

/** What PIN entry stands on. */
export interface PinEntryParts {
  readonly clock: Clock;
  readonly keys: KeyPort;
  readonly screen: ScreenPort;
  readonly log: LogPort;
  readonly decisions: PinDecisions;
}

/** Digits that were typed, or the bError of an entry that was not finished. */
export type Typed = { readonly digits: string } | { readonly error: number };

/** Keys that may wait; more are a cat on the pad. */
const MAX_KEYS = 64;

/**
 * The keys and the screen of PIN entry (USB CCID 1.1 §6.1.11): one pad for all slots. Digits live here from the key to
 * the command and nowhere else; however the entry ends, {@link forget} wipes them.
 */
export class PinEntry {
  readonly #parts: PinEntryParts;
  readonly #keys = new Mailbox<number>(MAX_KEYS);
  #waiting = 0;
  #isAsking = false;
  /** The slot whose card the digits are for, from the first key until they are wiped. */
  #slot: number | undefined;
  #digits = "";
  #entries = 0;
  /** What the card of a slot said of its counter, by 63Cx, since it lies there. */
  readonly #triesTold = new Map<number, number>();

  constructor(parts: PinEntryParts) {
    this.#parts = parts;
    parts.keys.onKey((key) => {
      if ((!this.#isAsking && !parts.decisions.takesKeysEarly) || this.#waiting >= MAX_KEYS) return;
      this.#waiting++;
      this.#keys.put(key);
    });
  }

  /** The working memory: what a debugger would find of digits. */
  get memory(): string {
    return this.#digits;
  }

  /** Keeps what the card of a slot said of its counter, to be shown with its next entry; undefined when it said nothing. */
  noteTries(slot: number, tries: number | undefined): void {
    if (tries === undefined) this.#triesTold.delete(slot);
    else this.#triesTold.set(slot, tries);
  }

  /** Asks for digits for the card of a slot; busy while the pad is another slot's (ours: there is one pad). */
  *ask(slot: number, request: PinRequest): Process<Typed> {
    const { decisions, log } = this.#parts;
    if (this.#slot !== undefined) return { error: ERROR.slotBusy };
    this.#slot = slot;
    this.#entries++;
    this.#isAsking = true;
    this.#parts.keys.asked?.(request);
    const tries = decisions.shownTries(this.#triesTold.get(slot), this.#entries);
    const typed = yield* this.#type(slot, request, tries);
    this.#isAsking = false;
    if ("digits" in typed) log.write(decisions.logs(typed.digits));
    return typed;
  }

  /** The entry for a slot ended: its digits are wiped, and the screen rests. An entry for another slot goes on. */
  forget(slot: number, end: EntryEnd): void {
    const { decisions, screen } = this.#parts;
    if (this.#slot !== undefined && this.#slot !== slot) return;
    this.#slot = undefined;
    this.#isAsking = false;
    if (decisions.wipes(end)) this.#digits = "";
    if (end !== "card-gone" || decisions.restsAfterRemoval) screen.show("");
  }

  /** The card of a slot is gone or has no power: nothing of its holder stays. */
  cardGone(slot: number): void {
    if (!this.#parts.decisions.triesOutliveCard) this.#triesTold.delete(slot);
    this.forget(slot, "card-gone");
  }

  *#type(slot: number, request: PinRequest, tries: number | undefined): Process<Typed> {
    const { clock, decisions, screen } = this.#parts;
    const endsAtMs = clock.nowMs + request.timeoutMs;
    const ask = tries === undefined ? "PIN" : `PIN (${tries} left)`;
    while (true) {
      screen.show(`${ask}: ${decisions.masked(this.#digits)}`);
      const key = yield* this.#keys.take(clock, Math.max(0, endsAtMs - clock.nowMs));
      if (key === undefined) {
        this.forget(slot, "timed-out");
        return { error: decisions.timeoutError };
      }
      this.#waiting--;
      if (key === KEY.cancel) {
        this.forget(slot, "cancelled");
        return { error: decisions.cancelError };
      }
      if (key === KEY.correction) this.#digits = this.#digits.slice(0, -1);
      else if (key >= 0x30 && key <= 0x39 && this.#digits.length < request.maxDigits)
        this.#digits += String.fromCharCode(key);
      const isEnough = decisions.usable(this.#digits, request.minDigits, request.maxDigits);
      const isFull = request.endsAtMaxDigits && this.#digits.length === request.maxDigits;
      if (isEnough && (key === KEY.enter || isFull)) return { digits: this.#digits };
    }
  }
}
