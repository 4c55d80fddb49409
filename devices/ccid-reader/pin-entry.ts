import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import { KEY } from "../bench-port/constants.ts";
import type { PinRequest } from "../ccid-secure/parser.ts";
import type { PinDecisions } from "./decisions.ts";
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
 * The keys and the screen of PIN entry (USB CCID 1.1 §6.1.11). Digits live here from the key to the command and nowhere
 * else; {@link forget} wipes them.
 */
export class PinEntry {
  readonly #parts: PinEntryParts;
  readonly #keys = new Mailbox<number>(MAX_KEYS);
  #waiting = 0;
  #isAsking = false;
  #digits = "";
  #entries = 0;
  #triesTold: number | undefined;

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

  /** What the card said of its counter, by 63Cx, since it lies there; shown with the next entry. */
  set triesTold(tries: number | undefined) {
    this.#triesTold = tries;
  }

  /** Asks for digits. */
  *ask(request: PinRequest): Process<Typed> {
    const { decisions, keys, log } = this.#parts;
    this.#entries++;
    this.#isAsking = true;
    keys.asked?.(request);
    const tries = decisions.shownTries(this.#triesTold, this.#entries);
    const typed = yield* this.#type(request, tries);
    this.#isAsking = false;
    if ("digits" in typed) log.write(decisions.logs(typed.digits));
    return typed;
  }

  /** Wipes the digits; the screen rests. */
  forget(): void {
    const { decisions, screen } = this.#parts;
    this.#isAsking = false;
    if (decisions.wipes) this.#digits = "";
    screen.show("");
  }

  /** The card is gone: nothing of its holder stays. */
  cardGone(): void {
    const { decisions } = this.#parts;
    this.#triesTold = undefined;
    if (decisions.restsAfterRemoval) return this.forget();
    this.#isAsking = false;
    this.#digits = "";
  }

  *#type(request: PinRequest, tries: number | undefined): Process<Typed> {
    const { clock, decisions, screen } = this.#parts;
    const endsAtMs = clock.nowMs + request.timeoutMs;
    const ask = tries === undefined ? "PIN" : `PIN (${tries} left)`;
    while (true) {
      screen.show(`${ask}: ${decisions.masked(this.#digits)}`);
      const key = yield* this.#keys.take(clock, Math.max(0, endsAtMs - clock.nowMs));
      if (key === undefined) {
        if (decisions.wipesOnTimeout) this.#digits = "";
        screen.show("");
        return { error: decisions.timeoutError };
      }
      this.#waiting--;
      if (key === KEY.cancel) {
        this.forget();
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
