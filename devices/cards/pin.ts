import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { PrivateKind } from "../../simulator/kernel/trace.ts";
import { type StatusWord, SW, triesLeftWord } from "../iso7816/status-word.ts";
import type { CardImage } from "./card-image.ts";

/** A PIN or reference number of an application. */
export interface PinReference {
  readonly kind: "pin";
  readonly fid: number;
  readonly name: Bilingual;
  /** Wrong presentations in a row until it is blocked (my-number-card.md §1.8). */
  readonly tries: number;
  readonly holds: PrivateKind;
  /** The digits personalised into this card; undefined leaves the object blocked (顔認証 card, D-08). */
  digits(image: CardImage): string | undefined;
}

/** The longest presentation VERIFY takes (my-number-card.md §2.4). */
const MAX_LENGTH = 16;

/** The state of one PIN. It is the card's: it outlives power-off and every reader. */
export class PinObject {
  readonly #digits: string | undefined;
  readonly #tries: number;
  #triesLeft: number;

  constructor(digits: string | undefined, tries: number) {
    this.#digits = digits;
    this.#tries = tries;
    this.#triesLeft = digits === undefined ? 0 : tries;
  }

  /** Presents digits: 9000, 63Cx with the tries left after this one, 6984 when blocked (my-number-card.md §2.4, D-02). */
  verify(presented: Uint8Array): StatusWord {
    if (presented.length > MAX_LENGTH) return SW.wrongLength;
    if (this.#triesLeft === 0) return SW.referenceDataNotUsable;
    if (Buffer.from(presented).toString("latin1") === this.#digits) {
      this.#triesLeft = this.#tries;
      return SW.ok;
    }
    this.#triesLeft--;
    return this.query();
  }

  /** 63Cx, at no cost and never 9000, on a verified PIN too; 63C0 when blocked (my-number-card.md §2.4). */
  query(): StatusWord {
    return triesLeftWord(this.#triesLeft);
  }

  /** Uses up tries out of band, as a patient did elsewhere before coming to the counter. */
  spend(tries: number): void {
    this.#triesLeft = Math.max(0, this.#triesLeft - tries);
  }
}
