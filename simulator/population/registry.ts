import { ensure } from "../kernel/errors.ts";
import { type Household, householdAt, householdsUnder } from "./household.ts";
import { insuredNumber, serialOf } from "./insured-number.ts";
import { INSURANCE_LAWS, type InsuranceLaw, type InsurerPlace, insurersUnder, placeOfInsurer } from "./insurer.ts";
import { type Permutation, permutation } from "./permutation.ts";

/** Under what a household is insured. */
export interface Registration {
  readonly insurer: InsurerPlace;
  readonly number: string;
  readonly symbol: string | undefined;
}

/** What names an insured household in an inquiry, as registered. */
export interface InsuredKey {
  readonly insurerNumber: string;
  readonly number: string;
}

/**
 * Insured numbers of a population, both ways and without a table: the households of a law are shuffled by a keyed
 * permutation and dealt to its insurers in turn, so a number leads back to its household (performance.md §9, "procedural").
 */
export class Registry {
  readonly #size: number;
  readonly #shuffles: ReadonlyMap<InsuranceLaw, Permutation>;

  constructor(seed: number, size: number) {
    this.#size = size;
    this.#shuffles = new Map(
      INSURANCE_LAWS.map((law) => [law, permutation(seed, `insured number/${law}`, householdsUnder(law, size))]),
    );
  }

  /** Insurer, number and symbol of a household. */
  registrationOf({ law, ordinal }: Household): Registration {
    const dealt = this.#shuffle(law).forward(ordinal);
    const insurers = insurersUnder(law);
    const insurer = { law, rank: dealt % insurers };
    return { insurer, ...insuredNumber(insurer, Math.trunc(dealt / insurers) + 1) };
  }

  /** The household registered under a number, or undefined when nobody is. */
  householdBehind({ insurerNumber, number }: InsuredKey): Household | undefined {
    const insurer = placeOfInsurer(insurerNumber);
    if (insurer === undefined) return undefined;
    const { law, rank } = insurer;
    const serial = serialOf(law, number);
    if (serial === undefined) return undefined;
    const dealt = (serial - 1) * insurersUnder(law) + rank;
    return dealt < householdsUnder(law, this.#size) ? householdAt(law, this.#shuffle(law).back(dealt)) : undefined;
  }

  #shuffle(law: InsuranceLaw): Permutation {
    const shuffle = this.#shuffles.get(law);
    ensure(shuffle !== undefined, `no insured numbers under ${law}`);
    return shuffle;
  }
}
