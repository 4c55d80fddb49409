import type { CivilDate } from "../kernel/civil-time.ts";
import { MisuseError } from "../kernel/errors.ts";
import { type Attributes, type Found, residentsOf, searchByAttributes } from "./attribute-search.ts";
import { ComputedAid } from "./computed-aid.ts";
import { type PersonOf, personsFrom } from "./computed-person.ts";
import { ComputedSubsidies } from "./computed-subsidies.ts";
import { civilOf, type DayNumber, dayOf } from "./day-number.ts";
import type { InsuredPerson } from "./insured-person.ts";
import { HORIZON, SERVICE_START } from "./life-span.ts";
import { type Life, Lives } from "./lives.ts";
import type { MedicalAid } from "./medical-aid.ts";
import type { RecipientKey } from "./recipient-number.ts";
import { recipientBehind } from "./recipients.ts";
import type { InsuredKey } from "./registry.ts";
import type { SubsidyEntry } from "./subsidy.ts";

export type { Eligibility } from "./eligibility.ts";
export type { InsuredPerson } from "./insured-person.ts";

/** People of Japan, roughly (eligibility-rules.md §16). */
const ALL_OF_JAPAN = 125_000_000;

/**
 * Everybody, computed from seed and index and never kept, over time: whoever is asked for on a day is shown with what had
 * happened by then, births, deaths, jobs and moves, and nothing of what lies ahead. Names and days belong to the person, not
 * to the day asked, so any two answers about a person agree.
 */
export class Population {
  readonly size: number;
  readonly seed: number;
  /** The day meant where none is given. */
  readonly asOf: CivilDate;
  /** The lives behind, for what asks more than a person's rows. */
  readonly lives: Lives;
  readonly #aid: ComputedAid;
  readonly #subsidies: ComputedSubsidies;
  readonly #personOf: PersonOf;
  readonly #asOfDay: DayNumber;

  constructor(seed: number, { asOf, size = ALL_OF_JAPAN }: { readonly asOf: CivilDate; readonly size?: number }) {
    if (!Number.isSafeInteger(seed)) throw new MisuseError("seed", `${seed} is no whole number`);
    if (!Number.isSafeInteger(size) || size < 1 || size > ALL_OF_JAPAN) {
      throw new MisuseError("size", `a population has 1 to ${ALL_OF_JAPAN} people, not ${size}`);
    }
    this.size = size;
    this.seed = seed;
    this.asOf = asOf;
    this.lives = new Lives(seed, size);
    this.#aid = new ComputedAid(seed, this.lives);
    this.#subsidies = new ComputedSubsidies(seed, this.lives);
    this.#personOf = personsFrom(seed, this.lives);
    this.#asOfDay = checkedDay(asOf);
  }

  /**
   * The person with an index, 0 … size − 1; anything else is a misuse. Somebody not born on the day has no insurance, and the
   * centre does not know them: ask {@link isBorn}.
   */
  personAt(index: number, on: CivilDate = this.asOf): InsuredPerson {
    return this.#personOf(this.lifeAt(index), this.dayOf(on));
  }

  /** The same, or undefined for somebody not born on the day. */
  bornAt(index: number, on: CivilDate = this.asOf): InsuredPerson | undefined {
    const life = this.lifeAt(index);
    const day = this.dayOf(on);
    return life.member.birth <= day ? this.#personOf(life, day) : undefined;
  }

  /**
   * Indices of the people who are or were insured under a number by a day, head first: all who share it, whether or not it is
   * lost by then; none when nobody has it.
   */
  findByInsured(key: InsuredKey, on: CivilDate = this.asOf): readonly number[] {
    const owner = this.lives.registry.ownerOf(key);
    return owner === undefined ? [] : this.lives.holdersOf(owner, this.dayOf(on));
  }

  /** 医療扶助 of a person by a day, current or ended, with the tickets registered so far; undefined when there never was any. */
  aidOf(index: number, on: CivilDate = this.asOf): MedicalAid | undefined {
    this.#check(index);
    const day = this.dayOf(on);
    return this.#aid.canHave(index) ? this.#aid.of(this.lives.of(index), day) : undefined;
  }

  /** Certificates of 医療費助成 that PMH has for a person on a day. */
  subsidiesOf(index: number, on: CivilDate = this.asOf): readonly SubsidyEntry[] {
    this.#check(index);
    const day = this.dayOf(on);
    return this.#subsidies.canHave(index) ? this.#subsidies.of(this.lives.of(index), day) : [];
  }

  /** Index of the person registered under a payer number and a recipient number; undefined when nobody is. */
  findByRecipient(key: RecipientKey, on: CivilDate = this.asOf): number | undefined {
    return recipientBehind({ lives: this.lives, aid: this.#aid, subsidies: this.#subsidies }, key, this.dayOf(on));
  }

  /** Indices of the people with a ticket for a facility in a month `yyyymm`, as the office had registered them by a day. */
  entrustedTo(facilityCode: string, month: string, on: CivilDate = this.asOf): readonly number[] {
    return this.#aid.entrustedTo(facilityCode, month, this.dayOf(on));
  }

  /** Indices of the people who live at a whole address on a day, or died there; none when no home has it. */
  findByAddress(address: string, on: CivilDate = this.asOf): readonly number[] {
    return residentsOf(this.lives, address, this.dayOf(on));
  }

  /** Looks for people without a number, where the attributes say and up to a bound: {@link searchByAttributes}. */
  findByAttributes(attributes: Attributes, on: CivilDate = this.asOf, most?: number): Found {
    return searchByAttributes(this.lives, attributes, this.dayOf(on), most);
  }

  /** Whether a person is born by a day. */
  isBorn(index: number, on: CivilDate = this.asOf): boolean {
    return this.lifeAt(index).member.birth <= this.dayOf(on);
  }

  /** The life of a person, past and future; a {@link MisuseError} for an index that nobody has. */
  lifeAt(index: number): Life {
    this.#check(index);
    return this.lives.of(index);
  }

  /** A day that can be asked about; others are a misuse. */
  dayOf(on: CivilDate): DayNumber {
    return on === this.asOf ? this.#asOfDay : checkedDay(on);
  }

  #check(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.size) {
      throw new MisuseError("index", `${index} lies outside the people 0 … ${this.size - 1}`);
    }
  }
}

function checkedDay(on: CivilDate): DayNumber {
  const day = dayOf(on);
  if (day >= SERVICE_START && day < HORIZON) return day;
  const [first, last] = [civilOf(SERVICE_START), civilOf(HORIZON - 1)];
  throw new MisuseError("on", `the population is computed for the days ${first} to ${last}, not for ${on}`);
}
