import { addDays, type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { MisuseError } from "../kernel/errors.ts";
import { certificateYear, drawBenefits, latest } from "./benefits.ts";
import { personalNumberCheckDigit } from "./check-digit.ts";
import { drawsOf } from "./draws.ts";
import type { Eligibility } from "./eligibility.ts";
import { type Household, householdOf } from "./household.ts";
import { type InsuranceLaw, insurerName, insurerNumber, insurersUnder } from "./insurer.ts";
import { birthday, stageOn } from "./life-stage.ts";
import { type Member, type MemberAt, membersFrom } from "./member.ts";
import { keysOf } from "./mix.ts";
import { kanaName, writtenName } from "./names.ts";
import { type Permutation, permutation } from "./permutation.ts";
import { drawAddress } from "./places.ts";
import { policyAt } from "./policy.ts";
import { type InsuredKey, type Registration, Registry } from "./registry.ts";

export type { Eligibility } from "./eligibility.ts";

/** A person and everything the insurers registered about them. */
export interface InsuredPerson {
  /** `p` and the index. */
  readonly id: string;
  /** Full-width, full-width blank between the parts. */
  readonly name: string;
  /** Half-width kana, half-width blank between the parts. */
  readonly kana: string;
  /** OQSCD007: 1 man, 2 woman, 3 not set. */
  readonly sex: "1" | "2" | "3";
  readonly birthdate: CivilDate;
  /** `nnn-nnnn`. */
  readonly postNumber: string;
  /** Full-width. */
  readonly address: string;
  /** 個人番号, twelve digits. Private: it stays on the card and in the centre, never in a log, trace, report or error. */
  readonly personalNumber: string;
  readonly eligibilities: readonly Eligibility[];
  /** 自己情報提供不可, 不開示該当, and held back by the J-LIS comparison (eligibility-rules.md §15.3, §15.4). */
  readonly flags?: { readonly selfInfoRefused?: true; readonly addressWithheld?: true; readonly onHold?: true };
}

/** People of Japan, roughly (eligibility-rules.md §16). */
const ALL_OF_JAPAN = 125_000_000;
/** Personal numbers begin with 99, for the prefecture that does not exist (ours: no range is reserved for tests). */
const PERSONAL_NUMBER_PREFIX = "99";
const PERSONAL_NUMBERS = 1_000_000_000;
/** The late-elderly scheme began (general knowledge). */
const LATE_ELDERLY_SCHEME_FROM = civilDate("2008-04-01");
const FULL_AGE = 18;
const LONGEST_MEMBERSHIP_YEARS = 30;

/** Keys of the streams a person is drawn from. */
interface StreamKeys {
  readonly address: number;
  readonly membership: number;
  readonly income: number;
  readonly health: number;
}

/**
 * Everybody, computed from seed and index and never kept: each person has one valid insurance on the day `asOf`, at which
 * the ages are counted; changes of insurer, losses and protection flags are laid over by personas.
 */
export class Population {
  readonly size: number;
  readonly #asOf: CivilDate;
  readonly #twoTenths: boolean;
  readonly #memberAt: MemberAt;
  readonly #registry: Registry;
  readonly #personalNumbers: Permutation;
  readonly #keys: StreamKeys;

  constructor(seed: number, { asOf, size = ALL_OF_JAPAN }: { readonly asOf: CivilDate; readonly size?: number }) {
    if (!Number.isSafeInteger(seed)) throw new MisuseError("seed", `${seed} is no whole number`);
    if (!Number.isSafeInteger(size) || size < 1 || size > ALL_OF_JAPAN) {
      throw new MisuseError("size", `a population has 1 to ${ALL_OF_JAPAN} people, not ${size}`);
    }
    this.size = size;
    this.#asOf = asOf;
    this.#twoTenths = policyAt(asOf).lateElderlyTwoTenths;
    this.#memberAt = membersFrom(seed, asOf);
    this.#registry = new Registry(seed, size);
    this.#personalNumbers = permutation(seed, "personal number", PERSONAL_NUMBERS);
    const [address = 0, membership = 0, income = 0, health = 0] = keysOf(seed, "person", 4);
    this.#keys = { address, membership, income, health };
  }

  /** The person with an index, 0 … size − 1; anything else is a misuse. */
  personAt(index: number): InsuredPerson {
    if (!Number.isInteger(index) || index < 0 || index >= this.size) {
      throw new MisuseError("index", `${index} lies outside the people 0 … ${this.size - 1}`);
    }
    const household = householdOf(index);
    const position = index - household.headIndex;
    const registration = this.#registry.registrationOf(household);
    const head = this.#memberAt(household, 0);
    const member = position === 0 ? head : this.#memberAt(household, position);
    const homes = drawsOf(this.#keys.address, household.headIndex);
    const { law, rank } = registration.insurer;
    return {
      id: `p${index}`,
      name: writtenName(member.name),
      kana: kanaName(member.name),
      sex: member.sex,
      birthdate: member.birthdate,
      ...drawAddress(law === "national" ? rank : homes(insurersUnder("national")), homes),
      personalNumber: this.#personalNumberOf(index),
      eligibilities: [this.#eligibilityOf(household, position, registration, head, member)],
    };
  }

  /** Indices of the household registered under a number, head first: all who share it; none when nobody has it. */
  findByInsured(key: InsuredKey): readonly number[] {
    const household = this.#registry.householdBehind(key);
    if (household === undefined) return [];
    const { headIndex, others } = household;
    return Array.from({ length: 1 + others.length }, (_, position) => headIndex + position).filter(
      (index) => index < this.size,
    );
  }

  #eligibilityOf(
    household: Household,
    position: number,
    registration: Registration,
    head: Member,
    member: Member,
  ): Eligibility {
    const { law, headIndex } = household;
    const acquired = this.#acquiredBy(household, head, member);
    const stage = stageOn(member.birthdate, this.#asOf);
    const facts = { stage, acquired, asOf: this.#asOf, twoTenths: this.#twoTenths };
    const income = drawsOf(this.#keys.income, headIndex);
    const health = drawsOf(this.#keys.health, headIndex + position);
    return {
      cardClassification: "01",
      insurerNumber: insurerNumber(registration.insurer),
      insurerName: insurerName(registration.insurer),
      ...(registration.symbol === undefined ? {} : { symbol: registration.symbol }),
      number: registration.number,
      ...(law === "late-elderly" ? {} : familyPart(law, position, head)),
      acquired,
      ...(hasYearlyCard(law) ? certificateYear(facts) : { issued: acquired }),
      ...drawBenefits(facts, income, health),
    };
  }

  /** The head joined at some time since coming of age, the family with the head or at birth. */
  #acquiredBy({ law, headIndex }: Household, head: Member, member: Member): CivilDate {
    if (law === "late-elderly") return latest(LATE_ELDERLY_SCHEME_FROM, birthday(member.birthdate, 75));
    const years = Math.min(head.age - FULL_AGE + 1, LONGEST_MEMBERSHIP_YEARS);
    const days = drawsOf(this.#keys.membership, headIndex)(years * 365);
    const headAcquired = latest(birthday(head.birthdate, FULL_AGE), addDays(this.#asOf, -days));
    return latest(headAcquired, member.birthdate);
  }

  #personalNumberOf(index: number): string {
    const body = `${PERSONAL_NUMBER_PREFIX}${String(this.#personalNumbers.forward(index)).padStart(9, "0")}`;
    return `${body}${personalNumberCheckDigit(body)}`;
  }
}

/** Branch, position and the name the insurance runs under: of the family's with an employer, of everybody's in national. */
function familyPart(
  law: InsuranceLaw,
  position: number,
  head: Member,
): Pick<Eligibility, "branch" | "personalFamily" | "insuredName"> {
  return {
    branch: String(position).padStart(2, "0"),
    personalFamily: position === 0 ? "1" : "2",
    ...(position > 0 || law === "national" ? { insuredName: writtenName(head.name) } : {}),
  };
}

/** Insurers of municipalities and prefectures renew every August (eligibility-rules.md §11); employers' do not. */
function hasYearlyCard(law: InsuranceLaw): boolean {
  return law === "national" || law === "late-elderly";
}
