import { sentenceOf } from "../../devices/cards/words/exchange-words.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { stampAt } from "../../simulator/kernel/civil-time.ts";
import type { CardEvent } from "../traces/card-events.ts";
import { cardNames } from "../traces/card-names.ts";
import { EventWords } from "../traces/event-words.ts";

/** The live view of what readers and cards say: a line an event, in words, never a secret. Times are Japan's. */
export class CardView {
  readonly #words = new EventWords(cardNames);
  readonly #language: Language;
  readonly #readers: readonly string[];

  /** With one reader its name would only be in the way. */
  constructor(readers: readonly string[], language: Language) {
    this.#readers = readers;
    this.#language = language;
  }

  /** The line of an event, without a line feed. */
  line(event: CardEvent): string {
    const at = this.#readers.indexOf(event.message.reader);
    const reader = this.#readers.length > 1 ? `[${at}] ` : "";
    return `${clockTime(event.atMs)}  ${reader}${this.#sentence(event)}`;
  }

  #sentence(event: CardEvent): string {
    if (event.pco === "card.field") {
      const atr = event.message.atr === undefined ? "" : ` ${event.message.atr}`;
      return `${this.#words.field(event)[this.#language]}${atr}`;
    }
    if (event.pco === "card.supply") return this.#words.supply(event)[this.#language];
    return sentenceOf(this.#words.exchange(event))[this.#language];
  }
}

/** Time of day in Japan: 17:50:29.123. */
export function clockTime(atMs: number): string {
  const digits = stampAt(atMs).slice(8);
  const milliseconds = String(atMs % 1_000).padStart(3, "0");
  return `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}.${milliseconds}`;
}
