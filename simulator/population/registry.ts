import { ensure } from "../kernel/errors.ts";
import { type Household, type Households, householdOrdinal, numberOrdinal } from "./household.ts";
import type { DealtLaw } from "./household-slots.ts";
import { insuredNumber, serialOf } from "./insured-number.ts";
import { INSURANCE_LAWS, type InsuranceLaw, type InsurerPlace, insurersUnder, placeOfInsurer } from "./insurer.ts";
import {
  againOfUse,
  homeUse,
  NUMBERS_OF_A_HOME,
  type NumberUse,
  type Residence,
  residenceOfUse,
} from "./number-use.ts";
import { type Permutation, permutation } from "./permutation.ts";

/** Under what somebody is insured. */
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

/** Whose number something is. */
export interface NumberOwner {
  readonly household: Household;
  readonly law: InsuranceLaw;
  readonly use: NumberUse;
}

/** A home: in which municipality, and which of its homes, both counted from 0. */
export interface Home {
  readonly municipality: number;
  readonly plot: number;
}

const NATIONAL_INSURERS = insurersUnder("national");
/** Homes a household can have in the days computed: before and after its move. */
const RESIDENCES = 2;

/**
 * Insured numbers of a population, both ways and without a table: the numbers of a law are shuffled by a keyed permutation and
 * dealt to its insurers in turn, so any number of any time leads back to its household (performance.md §9, "procedural").
 * National insurance follows the home: homes are dealt to the municipalities, and each has a few numbers.
 */
export class Registry {
  readonly #households: Households;
  readonly #homes: Permutation;
  readonly #books: ReadonlyMap<InsuranceLaw, NumberBook>;

  constructor(seed: number, households: Households) {
    this.#households = households;
    this.#homes = permutation(seed, "home", households.count * RESIDENCES);
    const dealt = INSURANCE_LAWS.filter((law): law is DealtLaw => law !== "national");
    this.#books = new Map(
      dealt.map((law) => {
        const numbers = households.numbersUnder(law);
        const shuffle = permutation(seed, `insured number/${law}`, numbers);
        return [law, { shuffle, numbers, insurers: insurersUnder(law) }];
      }),
    );
  }

  /** Where a household lives. */
  homeOf(household: Household, residence: Residence): Home {
    const dealt = this.#homes.forward(householdOrdinal(household) * RESIDENCES + residence);
    const municipality = (dealt >>> 0) % NATIONAL_INSURERS;
    return { municipality, plot: (dealt - municipality) / NATIONAL_INSURERS };
  }

  /** Who lives in a home, or undefined when it was never built. */
  livingAt({ municipality, plot }: Home): { readonly household: Household; readonly residence: Residence } | undefined {
    const dealt = plot * NATIONAL_INSURERS + municipality;
    if (dealt >= this.#households.count * RESIDENCES) return undefined;
    const place = this.#homes.back(dealt);
    const residence = place % RESIDENCES === 0 ? 0 : 1;
    return { household: this.#households.at((place - residence) / RESIDENCES), residence };
  }

  /** Insurer, number and symbol of a use. */
  registrationOf({ household, law, use }: NumberOwner): Registration {
    if (law === "national") return this.nationalAt(this.homeOf(household, residenceOfUse(use)), use);
    const { shuffle, insurers } = this.#book(law);
    const dealt = shuffle.forward(numberOrdinal(law, household, use));
    const rank = (dealt >>> 0) % insurers;
    const insurer = { law, rank };
    const { number, symbol } = insuredNumber(insurer, (dealt - rank) / insurers + 1);
    return { insurer, number, symbol };
  }

  /** The same for national insurance of a home that is known already. */
  nationalAt({ municipality, plot }: Home, use: NumberUse): Registration {
    const insurer = { law: "national", rank: municipality } as const;
    const { number, symbol } = insuredNumber(insurer, plot * NUMBERS_OF_A_HOME + againOfUse(use) + 1);
    return { insurer, number, symbol };
  }

  /** Whose number it is, or could become; undefined when it is nobody's. */
  ownerOf({ insurerNumber, number }: InsuredKey): NumberOwner | undefined {
    const insurer = placeOfInsurer(insurerNumber);
    const serial = insurer && serialOf(insurer.law, number);
    return insurer === undefined || serial === undefined ? undefined : this.ownerAt(insurer, serial);
  }

  /** The same by the serial of the number at its insurer, counted from 1. */
  ownerAt({ law, rank }: InsurerPlace, serial: number): NumberOwner | undefined {
    if (law === "national") {
      const again = (serial - 1) % NUMBERS_OF_A_HOME;
      const living = this.livingAt({ municipality: rank, plot: (serial - 1 - again) / NUMBERS_OF_A_HOME });
      if (living === undefined) return undefined;
      return { household: living.household, law, use: homeUse(living.residence, again) };
    }
    const { shuffle, insurers, numbers } = this.#book(law);
    const dealt = (serial - 1) * insurers + rank;
    if (dealt >= numbers) return undefined;
    const { household, use } = this.#households.numberUseAt(law, shuffle.back(dealt));
    return { household, law, use };
  }

  #book(law: InsuranceLaw): NumberBook {
    const book = this.#books.get(law);
    ensure(book !== undefined, `no insured numbers under ${law}`);
    return book;
  }
}

/** The numbers of a law: how they are shuffled, how many there are, and among how many insurers. */
interface NumberBook {
  readonly shuffle: Permutation;
  readonly numbers: number;
  readonly insurers: number;
}
