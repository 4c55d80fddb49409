import type { CivilDate } from "../kernel/civil-time.ts";
import { MisuseError } from "../kernel/errors.ts";
import { type DayNumber, dayOf } from "./day-number.ts";
import { areaBehind, homeBehind, plotsOfTown } from "./home-address.ts";
import { type InsurerPlace, placeOfInsurerName } from "./insurer.ts";
import type { Life, Lives } from "./lives.ts";
import { plainName } from "./plain-name.ts";
import type { Home } from "./registry.ts";

/** What somebody without card and number is looked for by (eligibility-rules.md §15.1: three items, and address or insurer name). */
export interface Attributes {
  /** Either name, in full width; blanks do not count. */
  readonly name: string;
  readonly birthdate: CivilDate;
  readonly sex?: "1" | "2" | "3";
  /** A whole address; or prefecture and municipality, with or without the town. */
  readonly address?: string;
  /** Exactly as the insurer is called. */
  readonly insurerName?: string;
}

/** What a search came to. */
export interface Found {
  /** Indices, in the order they were met. */
  readonly indices: readonly number[];
  /** False when the search stopped at its bound before it had seen everybody there: nobody found does not mean nobody there. */
  readonly complete: boolean;
}

/** People a search looks at before it stops, unless told otherwise: a municipality whole, an insurer's first hundred thousands. */
export const PEOPLE_LOOKED_AT = 500_000;
const WRITTEN_ADDRESS = "架空県○○市△△１丁目２番３号, 架空県○○市△△, 架空県○○市";

/**
 * Looks for people without a number. Names are computed, not kept, so nobody can be found by name in all the country: where
 * to look must be given. A whole address leads to its home at once; a town, a municipality or an insurer is gone through, up
 * to `most` people (ours). Addresses are those of the day: who has moved is found at the new one.
 */
export function searchByAttributes(
  lives: Lives,
  attributes: Attributes,
  on: DayNumber,
  most: number = PEOPLE_LOOKED_AT,
): Found {
  const { address, insurerName } = attributes;
  const people =
    address !== undefined
      ? livingIn(lives, address, on)
      : insurerName !== undefined
        ? insuredBy(lives, insurerPlace(insurerName))
        : undefined;
  if (people === undefined)
    throw new MisuseError("search", "a name is not enough among 125 million: give the address or the insurer's name", [
      WRITTEN_ADDRESS,
    ]);
  const birth = dayOf(attributes.birthdate);
  const indices: number[] = [];
  let looked = 0;
  for (const life of people) {
    if (++looked > most) return { indices, complete: false };
    const known = life.member.birth !== birth || indices.includes(life.index);
    if (!known && fits(lives, life, attributes, on)) indices.push(life.index);
  }
  return { indices, complete: true };
}

/** Everybody who is born and lives at a whole address on a day, or died there; nobody where no home has the address. */
export function residentsOf(lives: Lives, address: string, on: DayNumber): readonly number[] {
  if (homeBehind(address) === undefined) return [];
  return Array.from(livingIn(lives, address, on))
    .filter(({ member }) => member.birth <= on)
    .map(({ index }) => index);
}

function fits(lives: Lives, life: Life, { name, sex, insurerName }: Attributes, on: DayNumber): boolean {
  const { identities, registry } = lives;
  const { household, index, member } = life;
  const { name: registered, alias } = identities.nameOf(household.headIndex, index, member.sex);
  const named = [registered, alias?.name].some((one) => one !== undefined && plainName(one) === plainName(name));
  if (member.birth > on || !named) return false;
  if (sex !== undefined && identities.sexOf(index, member.sex).sex !== sex) return false;
  if (insurerName === undefined) return true;
  const { law, rank } = insurerPlace(insurerName);
  return life.covers.some(
    (cover) =>
      cover.law === law &&
      cover.from <= on &&
      registry.registrationOf({ household, law, use: cover.use }).insurer.rank === rank,
  );
}

/** Everybody who lives where an address, or the beginning of one, says. */
function* livingIn(lives: Lives, address: string, on: DayNumber): Iterable<Life> {
  for (const home of homesOf(address)) {
    const living = lives.registry.livingAt(home);
    if (living === undefined) continue;
    for (const life of lives.together(living.household)) if (samePlace(lives.homeOf(life, on), home)) yield life;
  }
}

function* homesOf(address: string): Iterable<Home> {
  const home = homeBehind(address);
  const area = areaBehind(address);
  if (home !== undefined) yield home;
  else if (area === undefined)
    throw new MisuseError("address", "no home is there; write it as it is registered", [WRITTEN_ADDRESS]);
  else if (area.town !== undefined)
    for (const plot of plotsOfTown(area.town)) yield { municipality: area.municipality, plot };
  else for (let plot = 0; plot < MOST_HOMES; plot++) yield { municipality: area.municipality, plot };
}

/** Homes of a municipality at most, with 125 million people (some 163,000). */
const MOST_HOMES = 170_000;

/** Everybody who was ever given a number by an insurer; who has two there comes twice, and is known by the first. */
function* insuredBy(lives: Lives, insurer: InsurerPlace): Iterable<Life> {
  for (let serial = 1; ; serial++) {
    const owner = lives.registry.ownerAt(insurer, serial);
    if (owner === undefined) return;
    for (const life of lives.together(owner.household)) {
      const first = life.covers.find(({ law, use }) => law === owner.law && use === owner.use);
      if (first !== undefined) yield life;
    }
  }
}

function insurerPlace(name: string): InsurerPlace {
  const place = placeOfInsurerName(name);
  if (place === undefined) throw new MisuseError("insurerName", `no insurer is called ${name}`);
  return place;
}

const samePlace = (a: Home, b: Home): boolean => a.municipality === b.municipality && a.plot === b.plot;
