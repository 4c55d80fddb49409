import { SPECIFIC_DISEASE_FROM_AGE } from "./benefits.ts";
import type { Cover } from "./coverage.ts";
import { birthdayOf, civilOf, type DayNumber } from "./day-number.ts";
import type { Eligibility } from "./eligibility.ts";
import { rowsFrom, specificDiseasesFrom } from "./eligibility-rows.ts";
import { homeAddress } from "./home-address.ts";
import type { DrawnProtection } from "./identity.ts";
import type { InsuredPerson } from "./insured-person.ts";
import type { Life, Lives } from "./lives.ts";
import { isOwn, residenceOfUse } from "./number-use.ts";
import { firstDayOf } from "./policy.ts";

const COMPARED_FROM = firstDayOf("newRowsCompared");

/** Makes the record of a person from a life, as of a day: plain data, as a ledger stores it. */
export type PersonOf = (life: Life, day: DayNumber) => InsuredPerson;

/** The records of a seed's people. */
export function personsFrom(seed: number, lives: Lives): PersonOf {
  const makeRow = rowsFrom(seed);
  const rowOf = (life: Life, name: string, cover: Cover, day: DayNumber): Eligibility => {
    const { household, position, index, member } = life;
    const { law, use } = cover;
    const lastDay = Math.min(cover.until - 1, day);
    const national = law === "national";
    const holder = isOwn(use) ? position : national ? lives.nameHolder(life, lastDay) : 0;
    const { registry } = lives;
    return makeRow(cover, day, {
      registration:
        national && residenceOfUse(use) === 0
          ? registry.nationalAt(life.life.firstHome, use)
          : registry.registrationOf({ household, law, use }),
      headIndex: household.headIndex,
      index,
      position,
      birth: member.birth,
      insuredName: holder === position ? name : lives.nameBeside(life, holder),
      own: position === holder,
    });
  };
  const diseaseOf = specificDiseasesFrom(seed);
  const recordOf: PersonOf = (life, day) => {
    const { index, household, member, covers } = life;
    const { identities } = lives;
    const names = identities.nameOf(household.headIndex, index, member.sex);
    const { name, kana } = names;
    const sexes = identities.sexOf(index, member.sex);
    const birthdate = civilOf(member.birth);
    const { postNumber, address } = homeAddress(lives.homeOf(life, day));
    const personalNumber = identities.personalNumberOf(index);
    const eligibilities: Eligibility[] = [];
    for (const cover of covers) if (cover.from <= day) eligibilities.push(rowOf(life, name, cover, day));
    const protection = identities.protectionOf(index);
    const id = `p${index}`;
    // Nearly everybody is plain, and comes in one piece; to spread parts into each other takes several times as long.
    if (names.alias === undefined && sexes.sex2 === undefined && protection === undefined)
      return { id, name, kana, sex: sexes.sex, birthdate, postNumber, address, personalNumber, eligibilities };
    const rest = { birthdate, postNumber, address, personalNumber };
    return { id, ...names, ...sexes, ...rest, ...protectedBy(protection, eligibilities) };
  };
  return (life, day) => {
    const person: { -readonly [K in keyof InsuredPerson]: InsuredPerson[K] } = recordOf(life, day);
    const { index, member } = life;
    if (member.death < day) person.died = civilOf(member.death);
    const disease = diseaseOf(index);
    if (disease !== undefined && birthdayOf(member.birth, SPECIFIC_DISEASE_FROM_AGE) <= day)
      person.specificDisease = disease;
    return person;
  };
}

/**
 * The rows and flags of somebody drawn for a protection. Only what was registered since J-LIS is asked is held
 * (eligibility-rules.md §14, §15.4), and for good: that an insurer confirms it is not computed.
 */
function protectedBy(
  protection: DrawnProtection | undefined,
  eligibilities: readonly Eligibility[],
): Pick<InsuredPerson, "eligibilities" | "flags"> {
  if (protection === undefined) return { eligibilities };
  if (protection !== "unlikeJLis") return { eligibilities, flags: { [protection]: true } };
  return { eligibilities: eligibilities.map((row) => (row.acquired < COMPARED_FROM ? row : { ...row, held: true })) };
}
