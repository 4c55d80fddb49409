import { latin1 } from "../../simulator/kernel/bytes.ts";
import type { PrivateKind } from "../../simulator/kernel/trace.ts";
import { type StatusWord, SW, triesLeftWord } from "../iso7816/status-word.ts";
import type { ObjectRow } from "./elementary-file.ts";

/** What may be written into a PIN (my-number-card.md §1.8). */
export interface PinFormat {
  readonly minLength: number;
  readonly maxLength: number;
  readonly characters: RegExp;
}

/** Four digits: 利用者証明用, 券面事項入力補助用, 住民基本台帳用. */
export const FOUR_DIGITS: PinFormat = { minLength: 4, maxLength: 4, characters: /^\d+$/ };
/** 署名用: 6 to 16 capital letters and digits. */
export const SIGN_PASSWORD: PinFormat = { minLength: 6, maxLength: 16, characters: /^[0-9A-Z]+$/ };

/** A PIN or reference number of an application. */
export interface PinReference<I> extends ObjectRow<I> {
  readonly kind: "pin";
  /** Wrong presentations in a row until it is blocked (my-number-card.md §1.8). */
  tries(image: I): number;
  readonly holds: PrivateKind;
  /** What a holder may set; left out where nothing can be changed over APDU. */
  readonly format?: PinFormat;
  /** The characters personalised into this card; undefined leaves the object blocked (顔認証 card, D-08). */
  digits(image: I): string | undefined;
  /** Tries the holder used up before the card came here. */
  triesUsed?(image: I): number;
}

/** The longest presentation VERIFY takes (my-number-card.md §2.4). */
const MAX_LENGTH = 16;

/** What a PIN keeps in the chip's memory. */
export interface PinMemory {
  readonly digits: string | undefined;
  readonly triesLeft: number;
}

/** The state of one PIN. It is the card's: it outlives power-off and every reader. */
export class PinObject {
  readonly #tries: number;
  readonly #format: PinFormat | undefined;
  readonly #blockedAnswer: StatusWord;
  #memory: PinMemory;

  /** `blockedAnswer` is what VERIFY answers on a blocked PIN (D-02). */
  constructor(memory: PinMemory, tries: number, format: PinFormat | undefined, blockedAnswer: StatusWord) {
    this.#memory = memory;
    this.#tries = tries;
    this.#format = format;
    this.#blockedAnswer = blockedAnswer;
  }

  /** Presents characters: 9000, 63Cx with the tries left after this one, 6984 when blocked (my-number-card.md §2.4, D-02). */
  verify(presented: Uint8Array): StatusWord {
    if (presented.length > MAX_LENGTH) return SW.wrongLength;
    const { digits, triesLeft } = this.#memory;
    if (triesLeft === 0) return this.#blockedAnswer;
    const right = latin1(presented) === digits;
    this.#memory = { digits, triesLeft: right ? this.#tries : triesLeft - 1 };
    return right ? SW.ok : this.query();
  }

  /** 63Cx, at no cost and never 9000, on a verified PIN too; 63C0 when blocked (my-number-card.md §2.4). */
  query(): StatusWord {
    return triesLeftWord(this.#memory.triesLeft);
  }

  /** Sets new characters: 6700 for a wrong length (§2.5), 6A80 for wrong characters, 6985 where nothing may be set (ours). */
  change(wanted: Uint8Array): StatusWord {
    if (this.#format === undefined) return SW.conditionsNotSatisfied;
    const { minLength, maxLength, characters } = this.#format;
    if (wanted.length < minLength || wanted.length > maxLength) return SW.wrongLength;
    const digits = latin1(wanted);
    if (!characters.test(digits)) return SW.wrongData;
    this.#memory = { digits, triesLeft: this.#tries };
    return SW.ok;
  }

  /** The municipality's counter: all tries are back. Nothing happens where no PIN was ever set. */
  unblock(): void {
    const { digits } = this.#memory;
    if (digits !== undefined) this.#memory = { digits, triesLeft: this.#tries };
  }

  /** What the memory holds now, to be put back by {@link restore} when a write did not last. */
  get memory(): PinMemory {
    return this.#memory;
  }

  /** Puts an earlier memory back: a write that the chip answered for never reached it. */
  restore(memory: PinMemory): void {
    this.#memory = memory;
  }
}
