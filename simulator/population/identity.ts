import { personalNumberCheckDigit } from "./check-digit.ts";
import { drawsOf } from "./draws.ts";
import { keysOf } from "./mix.ts";
import {
  type DrawnSex,
  drawFamilyName,
  drawForeignName,
  drawGivenName,
  kanaName,
  type PersonName,
  writtenName,
} from "./names.ts";
import type { Permutation } from "./permutation.ts";
import { permutation } from "./permutation.ts";

/** A name in both writings of the wire. */
export interface WrittenName {
  /** Full-width, full-width blank between the parts. */
  readonly name: string;
  /** Half-width kana, half-width blank between the parts. */
  readonly kana: string;
}

/** What the authorities hold back about a person (eligibility-rules.md §15.3, §15.4). */
export interface ProtectionFlags {
  /** 自己情報提供不可. */
  readonly selfInfoRefused?: true;
  /** 不開示該当. */
  readonly addressWithheld?: true;
  /** Held back by the comparison with J-LIS, with all that is registered of them; one row alone is `held`. */
  readonly onHold?: true;
}

/** What a person is drawn for: a flag, or that what the insurers register does not fit the data of J-LIS. */
export type DrawnProtection = "selfInfoRefused" | "addressWithheld" | "unlikeJLis";

/** Personal numbers begin with 99, for the prefecture that does not exist (ours: no range is reserved for tests). */
const PERSONAL_NUMBER_PREFIX = "99";
const PERSONAL_NUMBERS = 1_000_000_000;
/** Of 100,000 households, and of as many people; all ours. */
const FOREIGN_HOUSEHOLDS = 500;
const SEX_ON_THE_BACK = 50;
const SELF_INFO_REFUSED = 40;
const ADDRESS_WITHHELD = 60;
const UNLIKE_J_LIS = 100;
const ALL = 100_000;

/** What is drawn of a person apart from days, home and insurance. */
export class Identities {
  readonly #personalNumbers: Permutation;
  readonly #keys: readonly number[];

  constructor(seed: number) {
    this.#personalNumbers = permutation(seed, "personal number", PERSONAL_NUMBERS);
    this.#keys = keysOf(seed, "identity", 5);
  }

  /** The name of a household's member, and the Japanese one 通称 that foreign residents use beside it. */
  nameOf(headIndex: number, index: number, sex: DrawnSex): WrittenName & { readonly alias?: WrittenName } {
    const japanese = this.#japaneseName(headIndex, index, sex);
    const foreign = this.#draws(2, headIndex);
    if (foreign(ALL) >= FOREIGN_HOUSEHOLDS) return written(japanese);
    return { ...written(drawForeignName(sex, foreign, this.#draws(3, index))), alias: written(japanese) };
  }

  /**
   * The sex as the front of a certificate shows it, and in the second field where the front hides it
   * (receipt-system-interface.md §2.4 rows 12, 13; what the first then says is our reading).
   */
  sexOf(index: number, sex: DrawnSex): { readonly sex: DrawnSex | "3"; readonly sex2?: DrawnSex } {
    return this.#draws(4, index)(ALL) < SEX_ON_THE_BACK ? { sex: "3", sex2: sex } : { sex };
  }

  /** The protection a person is drawn for, if any. */
  protectionOf(index: number): DrawnProtection | undefined {
    const draws = this.#draws(4, index);
    draws(ALL); // taken by the sex
    let left = draws(ALL);
    if (left < SELF_INFO_REFUSED) return "selfInfoRefused";
    left -= SELF_INFO_REFUSED;
    if (left < ADDRESS_WITHHELD) return "addressWithheld";
    return left - ADDRESS_WITHHELD < UNLIKE_J_LIS ? "unlikeJLis" : undefined;
  }

  /** 個人番号, twelve digits. */
  personalNumberOf(index: number): string {
    const body = `${PERSONAL_NUMBER_PREFIX}${String(PERSONAL_NUMBERS + this.#personalNumbers.forward(index)).slice(1)}`;
    return `${body}${personalNumberCheckDigit(body)}`;
  }

  #japaneseName(headIndex: number, index: number, sex: DrawnSex): PersonName {
    return { family: drawFamilyName(this.#draws(0, headIndex)), given: drawGivenName(sex, this.#draws(1, index)) };
  }

  #draws(stream: number, index: number): ReturnType<typeof drawsOf> {
    return drawsOf(this.#keys[stream] ?? 0, index);
  }
}

function written(name: PersonName): WrittenName {
  return { name: writtenName(name), kana: kanaName(name) };
}
