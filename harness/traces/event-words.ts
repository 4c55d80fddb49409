import type { CardNames } from "../../devices/cards/words/card-names.ts";
import { type ExchangeWords, ReaderWords } from "../../devices/cards/words/exchange-words.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { supplyNames } from "../reports/code-words.ts";
import { fateNames } from "../reports/crossing-summary.ts";
import type { CardEvent } from "./card-events.ts";

type FieldEvent = Extract<CardEvent, { pco: "card.field" }>;
type SupplyEvent = Extract<CardEvent, { pco: "card.supply" }>;
type ExchangeEvent = Extract<CardEvent, { pco: "card.apdu" }>;

/** Words for what happens between readers and cards, several readers at once; feed it all events in order. */
export class EventWords {
  readonly #names: CardNames;
  readonly #readers = new Map<string, ReaderWords>();

  constructor(names: CardNames) {
    this.#names = names;
  }

  /** An exchange, with the fault that laid hands on it as its last note. */
  exchange({ message, by, fate }: ExchangeEvent): ExchangeWords {
    const words = this.#reader(message.reader).exchange(message);
    return by === undefined ? words : { ...words, notes: [...words.notes, faultText(by, fate)] };
  }

  /** A card came or went: nothing is selected after it. */
  field({ message: { reader, change, atr, collision } }: FieldEvent): Bilingual {
    this.#reader(reader).reset();
    if (change === "removed") return { ja: "カードを取った", en: "card taken" };
    if (collision === true)
      return { ja: "カードが2枚以上あり通信できない", en: "several cards at once, none can be read" };
    if (atr === undefined) return { ja: "カードを置いた（ATRなし）", en: "card placed, no ATR" };
    return { ja: "カードを置いた（ATR）", en: "card placed, ATR" };
  }

  /** A mishap with the power: what was selected is forgotten wherever the card lost it. */
  supply({ message: { reader, supply }, by, fate }: SupplyEvent): Bilingual {
    if (supply !== "write-lost") this.#reader(reader).reset();
    const mishap = supplyNames[supply];
    if (by === undefined) return mishap;
    const fault = faultText(by, fate);
    return { ja: `${mishap.ja}（${fault.ja}）`, en: `${mishap.en} (${fault.en})` };
  }

  #reader(name: string): ReaderWords {
    const known = this.#readers.get(name) ?? new ReaderWords(this.#names);
    this.#readers.set(name, known);
    return known;
  }
}

/** A reader does not see what a fault severed or dropped, so the trace must say that it was there. */
function faultText(by: readonly string[], fate: CardEvent["fate"]): Bilingual {
  const { ja, en } = fateNames[fate ?? "passed"];
  return { ja: `注入: ${by.join(", ")}、${ja}`, en: `injected by ${by.join(", ")}: ${en}` };
}
