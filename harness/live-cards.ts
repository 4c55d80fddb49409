import type { Card } from "../devices/cards/card.ts";
import { blankPictures, type CardPictures } from "../devices/cards/card-image.ts";
import { CardSlot } from "../devices/cards/card-slot.ts";
import type { CardProfile } from "../devices/cards/choices.ts";
import { foreignCards } from "../devices/cards/foreign/index.ts";
import type { PinPad } from "../devices/cards/slot.ts";
import type { Atr } from "../devices/iso7816/atr.ts";
import type { CivilDate } from "../simulator/kernel/civil-time.ts";
import type { Clock } from "../simulator/kernel/clock.ts";
import { MisuseError } from "../simulator/kernel/errors.ts";
import { type Observer, Switchboard } from "../simulator/kernel/pco.ts";
import { type Rng, rngFromSeed } from "../simulator/kernel/rng.ts";
import { Population } from "../simulator/population/person.ts";
import { type PersonaId, personas } from "../simulator/population/personas/index.ts";
import { nearNames } from "./catalogue.ts";
import type { NamedFault } from "./fault-option.ts";
import { armFault, type FaultId } from "./faults.ts";
import { type Actor, type CardSecrets, castActor, personalise, securityCodeOf, strangerTo } from "./stage.ts";
import type { Trust } from "./trust.ts";

/** How cards are made that real programs talk to. */
export interface LiveCardsOptions {
  readonly readers: readonly string[];
  readonly clock: Clock;
  readonly today: CivilDate;
  readonly seed: number;
  readonly trust: Pick<Trust, "keys">;
  readonly profile: CardProfile;
  /** Left out: the commonest contactless one. */
  readonly atr: Atr | undefined;
  /** What opens the cards: chosen by whoever runs them, since somebody has to type it. */
  readonly secrets: CardSecrets;
  /** Readers with keys of their own; a person who knows the secrets stands in front of them. */
  readonly pinPad: boolean;
  /** Draws the pictures of a person's card. */
  readonly draw: (actor: Actor, securityCode: string) => Promise<CardPictures>;
  readonly observe: Observer;
  readonly onDefect: (error: unknown) => void;
}

/** Everything that can be laid into a reader by name. */
const cardKinds = [...personas, ...foreignCards] as const;

/** What a name means; a {@link MisuseError} lists near names. */
export function cardKind(id: string): (typeof cardKinds)[number] {
  const found = cardKinds.find((kind) => kind.id === id);
  if (found !== undefined) return found;
  const names = cardKinds.map((kind) => kind.id);
  throw new MisuseError("persona", `there is no ${id}; near names: ${nearNames(id, names).join(", ")}`, names);
}

/** Cards in readers for real programs: no scenario, no verdict, but the same cards, faults and evidence. */
export class LiveCards {
  readonly slots: readonly CardSlot[];
  readonly board: Switchboard;
  readonly #options: LiveCardsOptions;
  readonly #rng: Rng;
  readonly #population: Population;
  readonly #repairs = new Map<FaultId, () => void>();
  /** By reader and name: who comes back to a reader comes with the card of before, its counters as they were. */
  readonly #issued: readonly Map<string, Card>[];

  constructor(options: LiveCardsOptions) {
    const { clock, readers, observe, onDefect, pinPad, secrets, seed, today } = options;
    this.#options = options;
    this.#rng = rngFromSeed(seed).fork("live");
    this.#population = new Population(seed, { asOf: today });
    this.board = new Switchboard(clock, observe);
    this.#issued = readers.map(() => new Map());
    const keys = pinPad ? { pinPad: padOf(secrets) } : {};
    this.slots = readers.map((reader) => new CardSlot({ reader, clock, board: this.board, onDefect, ...keys }));
  }

  /**
   * Lays the card of a persona, or one that is none of ours, into a reader. The first time it is made; afterwards it is
   * the same card again. A {@link MisuseError} names a reader or a card that does not exist.
   */
  async insert(reader: number, id: string): Promise<void> {
    const slot = this.#slot(reader);
    const issued = this.#issued[reader] ?? new Map<string, Card>();
    const card = issued.get(id) ?? (await this.#make(id));
    issued.set(id, card);
    slot.insert(card, () => this.#personal(strangerTo(id), blankPictures));
  }

  /** Takes the card out; an empty reader stays empty. */
  remove(reader: number): void {
    this.#slot(reader).remove();
  }

  /** Gives the PINs of the card in a reader their tries back, as a municipality does. */
  unblock(reader: number): void {
    this.#slot(reader).unblock();
  }

  /** Arms a fault, or arms it anew with other parameters. */
  arm({ id, params }: NamedFault): void {
    this.repair(id);
    const { clock } = this.#options;
    this.#repairs.set(id, armFault(id, params, { board: this.board, clock, rng: this.#rng }));
  }

  /** Ends a fault; false when it was not armed. */
  repair(id: string): boolean {
    const repair = [...this.#repairs].find(([armed]) => armed === id)?.[1];
    repair?.();
    for (const armed of this.#repairs.keys()) if (armed === id) this.#repairs.delete(armed);
    return repair !== undefined;
  }

  async #make(id: string): Promise<Card> {
    const kind = cardKind(id);
    if ("make" in kind) return kind.make(this.#rng.fork(`foreign/${id}`));
    const pictures = await this.#options.draw(this.#cast(kind.id), securityCodeOf(kind.id, this.#rng));
    return this.#personal(kind.id, pictures);
  }

  #cast(id: PersonaId): Actor {
    const { today, trust } = this.#options;
    return castActor(id, this.#population, today, trust, this.#rng);
  }

  #personal(id: PersonaId, pictures: CardPictures): Card {
    const { trust, profile, atr, secrets } = this.#options;
    const making = { pictures, trust, rng: this.#rng, profile, secrets, ...(atr === undefined ? {} : { atr }) };
    return personalise(this.#cast(id), making);
  }

  #slot(reader: number): CardSlot {
    const slot = this.slots[reader];
    if (slot === undefined) throw new MisuseError("reader", `there are readers 0 to ${this.slots.length - 1}`);
    return slot;
  }
}

/** The person at the keys types the PIN, or the password where a PIN would be too short. */
function padOf({ pin, password }: CardSecrets): PinPad {
  return {
    ask: ({ minDigits }, typed) => typed(minDigits > pin.length ? password : pin),
  };
}
