import { calendarOf, civilOf, type DayNumber, dayFrom } from "./day-number.ts";
import { drawsOf } from "./draws.ts";
import { facilityIn } from "./facility.ts";
import { SECOND_SPAN, SERVICE_START } from "./life-span.ts";
import type { Life, Lives } from "./lives.ts";
import { keysOf, mix } from "./mix.ts";
import { municipalityAt, pmhOf } from "./municipality.ts";
import { payerNumber, recipientNumber } from "./recipient-number.ts";
import type { SubsidyEntry } from "./subsidy.ts";
import { SUBSIDY_SCHEMES, type SubsidyGroup, type SubsidyScheme } from "./subsidy-schemes.ts";

const RESIDENCES = [0, 1] as const;
const TEN_THOUSAND = 10_000;
/** One municipality in this many lets people pay and refunds later 常に償還払い (ours). */
const ONE_REFUNDS_IN = 20;
/** The school year in which somebody reaches an age ends so many years after birth (eligibility-rules.md §11, 未就学). */
const AGES: Readonly<Record<SubsidyGroup, readonly [from: number, below: number]>> = {
  children: [0, 15],
  teenagers: [15, 18],
  minors: [0, 18],
  "single-parents": [0, 18],
  adults: [18, 200],
  everybody: [0, 200],
};

/** First and last day of a certificate. */
type Days = readonly [from: DayNumber, to: DayNumber];

/** What is computed of a population's 医療費助成, for municipalities that joined PMH; those of the others exist on paper only. */
export class ComputedSubsidies {
  readonly #seed: number;
  readonly #lives: Lives;
  readonly #key: number;
  readonly #joinedPmh: (municipality: number) => boolean;

  constructor(seed: number, lives: Lives) {
    this.#seed = seed;
    this.#lives = lives;
    this.#key = keysOf(seed, "subsidy", 1)[0] ?? 0;
    this.#joinedPmh = pmhOf(seed);
  }

  /** False for nearly everybody, at the cost of two homes: no municipality of theirs, past or to come, takes part in PMH. */
  canHave(index: number): boolean {
    const household = this.#lives.households.of(index);
    const { registry } = this.#lives;
    return RESIDENCES.some((residence) => this.#joinedPmh(registry.homeOf(household, residence).municipality));
  }

  /** Certificates of a person that count on a day, in the order of the schemes. */
  of(life: Life, on: DayNumber): readonly SubsidyEntry[] {
    const { member, position } = life;
    if (on < member.birth || on > member.death) return [];
    const home = this.#lives.homeOf(life, on);
    if (!this.#joinedPmh(home.municipality)) return [];
    const { name } = municipalityAt(this.#seed, home.municipality);
    const withheld = this.#lives.identities.protectionOf(life.index) === "addressWithheld";
    return SUBSIDY_SCHEMES.flatMap((scheme, place) => {
      const days = this.#daysOf(life, scheme, place, on);
      if (days === undefined) return [];
      const draws = drawsOf(mix(this.#key, life.index), 100 + place);
      const limits = scheme.monthlyLimitsYen;
      const refunds = scheme.local && drawsOf(this.#key, home.municipality)(ONE_REFUNDS_IN) === 0;
      const facilities = (["clinic", "pharmacy"] as const).map(
        (kind) => facilityIn(kind, home.municipality, draws(1_000)).code,
      );
      return [
        {
          payerNumber: payerNumber(scheme.law, home.municipality),
          recipientNumber: recipientNumber({ home, position }, scheme.local),
          certificateName: scheme.certificateName,
          ...(scheme.designated ? { designatedFacilities: facilities } : {}),
          alwaysReimbursement: refunds,
          maxCopaymentYen: limits.length === 0 ? 0 : (limits[draws(limits.length)] ?? 0),
          copaymentLimitForm: scheme.limitForm,
          validFrom: civilOf(days[0]),
          validTo: civilOf(days[1]),
          ...(withheld ? { withheld: true as const } : {}),
          body: name.ja,
        },
      ];
    });
  }

  /** The days of the certificate somebody has on a day: a year of the scheme, or as long as the age it is for lasts. */
  #daysOf(life: Life, scheme: SubsidyScheme, place: number, on: DayNumber): Days | undefined {
    const { birth } = life.member;
    const [youngest, below] = AGES[scheme.group];
    const old = youngest === 0 ? birth : schoolYearEnd(birth, youngest) + 1;
    const { movedOn } = life.life;
    // Another municipality, another certificate: from the day they came.
    const from = movedOn !== undefined && movedOn <= on ? Math.max(old, movedOn) : old;
    const to = schoolYearEnd(birth, below);
    const draws = drawsOf(mix(this.#key, life.index), place);
    if (on < from || on > to || !isOfGroup(life, scheme.group) || draws(TEN_THOUSAND) >= scheme.perTenThousand)
      return undefined;
    if (scheme.yearBegins === undefined) return [from, to];
    // An illness begins some day; half of them before the first span of days, none after it (ours).
    const began = scheme.local
      ? from
      : SERVICE_START + draws(2 * (SECOND_SPAN - SERVICE_START)) - (SECOND_SPAN - SERVICE_START);
    if (on < began) return undefined;
    const { year } = calendarOf(on);
    const begins = dayFrom(year, scheme.yearBegins, 1);
    const [first, next] =
      begins <= on
        ? [begins, dayFrom(year + 1, scheme.yearBegins, 1)]
        : [dayFrom(year - 1, scheme.yearBegins, 1), begins];
    return [Math.max(first, began, from), Math.min(next - 1, to)];
  }
}

function isOfGroup({ household, member }: Life, group: SubsidyGroup): boolean {
  if (group !== "single-parents") return true;
  return member.role === "child" && !household.slot.others.includes("spouse");
}

/** 31 March of the school year in which an age is reached; who is born on 1 April belongs to the older class. */
function schoolYearEnd(birth: DayNumber, age: number): DayNumber {
  const { year, month, day } = calendarOf(birth);
  const olderClass = month < 4 || (month === 4 && day === 1);
  return dayFrom(year + age + (olderClass ? 0 : 1), 3, 31);
}
