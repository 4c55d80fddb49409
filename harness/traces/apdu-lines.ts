import type { CardNames } from "../../devices/cards/words/card-names.ts";
import { sentenceOf } from "../../devices/cards/words/exchange-words.ts";
import type { CardEvent } from "./card-events.ts";
import { EventWords } from "./event-words.ts";

/**
 * Exchanges as NDJSON, one object a line (docs/trace.md, "APDUs alone"). Command and response are the trace's own text,
 * marks included, so nothing can show here that the trace does not hold. Feed it all events in order.
 */
export class ApduLines {
  readonly #words: EventWords;

  constructor(names: CardNames) {
    this.#words = new EventWords(names);
  }

  /** The line of an exchange with its line feed; nothing for an event that is none. */
  add(event: CardEvent): string {
    if (event.pco === "card.field") this.#words.field(event);
    if (event.pco === "card.supply") this.#words.supply(event);
    if (event.pco !== "card.apdu") return "";
    const { reader, application, command, response } = event.message;
    const words = sentenceOf(this.#words.exchange(event));
    return `${JSON.stringify({ atMs: event.atMs, reader, application, command, response, words })}\n`;
  }
}

/** The exchanges among the events, all at once. */
export function apduLines(events: readonly CardEvent[], names: CardNames): string {
  const lines = new ApduLines(names);
  return events.map((event) => lines.add(event)).join("");
}
