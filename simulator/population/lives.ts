import { type Cover, coversOf } from "./coverage.ts";
import type { DayNumber } from "./day-number.ts";
import { firstHolders } from "./first-holders.ts";
import { type Household, Households, memberIndex, memberPosition } from "./household.ts";
import { type HouseholdLife, type LifeOf, livesFrom } from "./household-life.ts";
import { Identities } from "./identity.ts";
import { type Member, Members } from "./member.ts";
import type { Residence } from "./number-use.ts";
import { type Home, type NumberOwner, Registry } from "./registry.ts";

/** One person with the household around them. */
export interface Life {
  readonly index: number;
  readonly household: Household;
  readonly position: number;
  readonly member: Member;
  readonly life: HouseholdLife;
  /** Everything ever insured under, oldest first; the future is in it. */
  readonly covers: readonly Cover[];
}

/** The streams of a seed together: who there is, where they live, what happens to them. Nothing is kept of what was computed. */
export class Lives {
  readonly size: number;
  readonly registry: Registry;
  readonly identities: Identities;
  readonly households: Households;
  readonly #members: Members;
  readonly #lifeOf: LifeOf;
  readonly #homeOf: Registry["homeOf"] = (household, residence) => this.registry.homeOf(household, residence);

  constructor(seed: number, size: number) {
    this.size = size;
    this.households = new Households(size);
    this.registry = new Registry(seed, this.households);
    this.identities = new Identities(seed);
    this.#members = new Members(seed);
    this.#lifeOf = livesFrom(seed, this.#members, this.#homeOf);
  }

  /** The life of a person; the index must be one of the population's. */
  of(index: number): Life {
    const household = this.households.of(index);
    return this.#inHousehold(household, memberPosition(household, index), this.#lifeOf(household));
  }

  /** The lives of a household, head first; the last household of a population may be cut short. */
  together(household: Household): readonly Life[] {
    const life = this.#lifeOf(household);
    return Array.from({ length: this.households.membersOf(household) }, (_, position) =>
      this.#inHousehold(household, position, life),
    );
  }

  /** Indices of the people who were given a number by a day, head first. */
  holdersOf(owner: NumberOwner, on: DayNumber): readonly number[] {
    const { household } = owner;
    const count = this.households.membersOf(household);
    const facts = { members: this.#members, homeOf: this.#homeOf, lifeOf: this.#lifeOf, count };
    return firstHolders(owner, on, facts) ?? this.#holdersByLife(owner, on, count);
  }

  #holdersByLife({ household, law, use }: NumberOwner, on: DayNumber, count: number): readonly number[] {
    const life = this.#lifeOf(household);
    const holders: number[] = [];
    for (let position = 0; position < count; position++) {
      const member = position === 0 ? life.head : this.#members.at(household, position);
      if (member.birth > on) continue;
      for (const cover of coversOf(life, position, member)) {
        if (cover.use !== use || cover.law !== law || cover.from > on) continue;
        holders.push(memberIndex(household, position));
        break;
      }
    }
    return holders;
  }

  /** Where somebody lives on a day, or lived at the end. */
  homeOf({ household, life, member }: Life, on: DayNumber): Home {
    const residence = residenceOn(life, Math.min(on, member.death));
    return residence === 0 ? life.firstHome : this.registry.homeOf(household, residence);
  }

  /**
   * Who the household of a person is named after on a day: the head, after whose death the first in the order of seats who is
   * there.
   */
  nameHolder(life: Life, on: DayNumber): number {
    const members = this.households.membersOf(life.household);
    for (let position = 0; position < members; position++) {
      const { birth, death } = this.#memberBeside(life, position);
      if (birth <= on && on <= death) return position;
    }
    return 0;
  }

  /** The name, in full width, of a member of the household of a person. */
  nameBeside(life: Life, position: number): string {
    const { household } = life;
    return this.identities.nameOf(
      household.headIndex,
      memberIndex(household, position),
      this.#memberBeside(life, position).sex,
    ).name;
  }

  #memberBeside({ household, position: own, member, life }: Life, position: number): Member {
    if (position === own) return member;
    return position === 0 ? life.head : this.#members.at(household, position);
  }

  #inHousehold(household: Household, position: number, life: HouseholdLife): Life {
    const member = position === 0 ? life.head : this.#members.at(household, position);
    const covers = coversOf(life, position, member);
    return { index: memberIndex(household, position), household, position, member, life, covers };
  }
}

/** At which of its homes a household lives on a day. */
export function residenceOn({ movedOn }: HouseholdLife, on: DayNumber): Residence {
  return movedOn !== undefined && movedOn <= on ? 1 : 0;
}
