import fc from "fast-check";
import { expect, test } from "vitest";
import { ageOn, type CivilDate, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { aidHomes } from "../../../simulator/population/aid-period.ts";
import { birthdayOf, civilOf, type DayNumber } from "../../../simulator/population/day-number.ts";
import { homeBehind } from "../../../simulator/population/home-address.ts";
import { Households, memberIndex } from "../../../simulator/population/household.ts";
import { insurerByNumber, insurerNumber } from "../../../simulator/population/insurer.ts";
import { HORIZON, SECOND_SPAN, SERVICE_START } from "../../../simulator/population/life-span.ts";
import { residenceOn } from "../../../simulator/population/lives.ts";
import type { Eligibility, InsuredPerson } from "../../../simulator/population/person.ts";
import { personas } from "../../../simulator/population/personas/index.ts";
import { MUNICIPALITIES } from "../../../simulator/population/places.ts";
import { japan, spread } from "./people.ts";

const anybody = fc.integer({ min: 0, max: japan.size - 1 });
const anyDay = fc.integer({ min: SERVICE_START, max: HORIZON - 1 }).map(civilOf);
const keyOf = ({ insurerNumber: insurer, number, acquired }: Eligibility): string => `${insurer}/${number}/${acquired}`;
const within = (day: DayNumber): boolean => day >= SERVICE_START && day < HORIZON;
const at = (index: number, day: DayNumber): InsuredPerson => japan.personAt(index, civilOf(day));

test("whatever two days are asked about, the later answer holds the earlier one and only adds to it", () => {
  fc.assert(
    fc.property(anybody, anyDay, anyDay, (index, one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const [before, after] = [japan.personAt(index, early), japan.personAt(index, late)];
      const { name, kana, birthdate, sex, personalNumber } = before;
      expect(after).toMatchObject({ name, kana, birthdate, sex, personalNumber });
      for (const [place, row] of before.eligibilities.entries()) {
        const later = after.eligibilities[place];
        expect(later && keyOf(later)).toBe(keyOf(row));
        expect(row.acquired <= early).toBe(true);
        if (row.lost === undefined) expect(later?.lost === undefined || later.lost > early).toBe(true);
        else expect(later).toEqual(row);
      }
      for (const row of after.eligibilities.slice(before.eligibilities.length)) expect(row.acquired > early).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test("no row overlaps the next, and none leaves a gap but for the time on aid", () => {
  let changes = 0;
  for (const index of spread(15_000)) {
    const { covers, life } = japan.lifeAt(index);
    for (const [place, { from, until, reason }] of covers.entries()) {
      expect(from).toBeLessThan(until);
      const next = covers[place + 1];
      if (next === undefined) continue;
      changes += 1;
      if (life.aid === undefined) expect(next.from).toBe(until);
      else expect(next.from).toBeGreaterThanOrEqual(until);
      expect(reason).not.toBe("01");
    }
  }
  expect(changes).toBeGreaterThan(2_500);
});

test("the reason of a loss is what comes with it: death, the beginning of aid, another insurance, or none of them", () => {
  const seen = new Set<string>();
  const recipients = Array.from({ length: 3_000 }, (_, nth) => {
    const home = aidHomes(nth % MUNICIPALITIES);
    for (let skipped = 0; skipped < Math.trunc(nth / MUNICIPALITIES); skipped++) home.next();
    return japan.lives.registry.livingAt(home.next().value);
  }).flatMap((living) => (living === undefined ? [] : japan.lives.together(living.household)));
  for (const { covers, member, life } of [...spread(40_000).map((index) => japan.lifeAt(index)), ...recipients]) {
    for (const [place, { law, until, reason }] of covers.entries()) {
      if (!within(until)) continue;
      const next = covers[place + 1];
      const joins = next?.from === until && next.law !== "national";
      const follows = until === life.aid?.from ? "02" : joins ? "03" : "99";
      expect(reason).toBe(until === member.death + 1 ? "01" : follows);
      if (next?.from !== until) expect(reason === "01" || life.aid !== undefined).toBe(true);
      if (law === "national" && reason === "99") expect(life.movedOn).toBe(until);
      seen.add(reason);
    }
  }
  expect([...seen].toSorted()).toEqual(["01", "02", "03", "99"]);
});

test("a number of any time and law leads back to who has it, from the day it is given out and not before", () => {
  const laws = new Map<string, number>();
  for (const index of spread(10_000)) {
    for (const cover of japan.lifeAt(index).covers) {
      const day = Math.max(cover.from, SERVICE_START);
      if (!within(day)) continue;
      const row = at(index, day).eligibilities.at(-1) ?? expect.unreachable("covered without a row");
      expect(japan.findByInsured(row, civilOf(day))).toContain(index);
      expect(japan.findByInsured(row, civilOf(HORIZON - 1))).toContain(index);
      if (within(cover.from - 1)) expect(japan.findByInsured(row, civilOf(cover.from - 1))).not.toContain(index);
      laws.set(`${cover.law}/${cover.use}`, (laws.get(`${cover.law}/${cover.use}`) ?? 0) + 1);
    }
  }
  // First and later stages, homes before and after a move, first jobs and the late-elderly scheme were all seen.
  for (const seen of [
    "kyokai/0",
    "kyokai/1",
    "union/2",
    "kyokai/6",
    "union/7",
    "national/8",
    "national/9",
    "national/12",
  ])
    expect([seen, laws.has(seen)]).toEqual([seen, true]);
  expect(laws.get("late-elderly/4")).toBeGreaterThan(500);
  expect(laws.get("late-elderly/5")).toBeGreaterThan(25);
});

test("a household changes its insurance on the same day, whoever of it is asked", () => {
  for (const index of spread(10_000)) {
    const { household } = japan.lifeAt(index);
    const [head, ...others] = japan.lives.together(household);
    for (const { covers, member } of others)
      for (const { law, use, from, until, reason } of covers.filter((cover) => cover.use < 4)) {
        const same = head?.covers.find((cover) => cover.use === use);
        expect(same).toBeDefined();
        const joins = member.role === "spouse" ? birthdayOf(member.birth, 18) : member.birth;
        if (member.role === "spouse") expect(joins).toBeLessThan(SERVICE_START);
        expect(from).toBe(Math.max(same?.from ?? 0, joins));
        const leftAlone =
          reason === "01" || same?.reason === "01" || member.role === "child" || until === birthdayOf(member.birth, 75);
        expect(law).not.toBe("national");
        if (!leftAlone) expect(Math.min(until, HORIZON)).toBe(Math.min(same?.until ?? 0, HORIZON));
      }
  }
});

test("on the 75th birthday the late-elderly scheme begins and the old insurance ends, alone and not a day early", () => {
  let birthdays = 0;
  for (const index of spread(10_000)) {
    const life = japan.lifeAt(index);
    const late = life.covers.find(({ law }) => law === "late-elderly");
    if (late === undefined || !within(late.from) || life.life.aid !== undefined) continue;
    birthdays += 1;
    const [before, after] = [at(index, late.from - 1), at(index, late.from)];
    expect(ageOn(before.birthdate, civilOf(late.from - 1))).toBe(74);
    expect(ageOn(before.birthdate, civilOf(late.from))).toBe(75);
    expect(before.eligibilities.some(({ insurerNumber: insurer }) => insurer.startsWith("39"))).toBe(false);
    const [former, row] = after.eligibilities.slice(-2);
    expect([former?.lost, former?.reasonOfLoss, row?.acquired]).toEqual([row?.acquired, "03", civilOf(late.from)]);
    expect(japan.findByInsured(row ?? expect.unreachable(), civilOf(late.from))).toEqual([index]);
  }
  expect(birthdays).toBeGreaterThan(500);
});

test.each([
  ["2026-03-31", "2026-04-01", (row: Eligibility) => row.preschool],
  ["2026-02-28", "2026-03-01", (row: Eligibility) => row.elderly && "1"],
] as const)("stages of life change between %s and %s for those whose turn it is", (last, first, mark) => {
  let changed = 0;
  for (const index of spread(20_000)) {
    const [[before], [after]] = [last, first].map((day) => japan.personAt(index, civilDate(day)).eligibilities) as [
      Eligibility[],
      Eligibility[],
    ];
    if (before === undefined || after === undefined || mark(before) === mark(after) || after.lost) continue;
    changed += 1;
    const { birthdate } = japan.personAt(index);
    const bornIn = mark(after) === undefined ? ["20190402", "20200401"] : ["19560202", "19560301"];
    expect([birthdate, birthdate >= (bornIn[0] ?? "") && birthdate <= (bornIn[1] ?? "")]).toEqual([birthdate, true]);
  }
  expect(changed).toBeGreaterThan(5);
});

test("who dies is covered on that day and lost on the next, for good", () => {
  let deaths = 0;
  for (const index of spread(10_000)) {
    const { member, life } = japan.lifeAt(index);
    if (!within(member.death + 1) || life.aid !== undefined) continue;
    deaths += 1;
    const [last, next, end] = [at(index, member.death), at(index, member.death + 1), at(index, HORIZON - 1)];
    expect(last.eligibilities.at(-1)?.lost).toBeUndefined();
    expect(next.eligibilities.at(-1)).toMatchObject({ lost: civilOf(member.death + 1), reasonOfLoss: "01" });
    expect(end.eligibilities).toEqual(next.eligibilities);
    expect(end.address).toBe(last.address);
  }
  expect(deaths).toBeGreaterThan(500);
});

test("who is not born yet has no insurance, and is covered from the day of birth", () => {
  let births = 0;
  for (const index of spread(10_000)) {
    const { member, life } = japan.lifeAt(index);
    if (!within(member.birth - 1) || !within(member.birth) || life.aid !== undefined) continue;
    births += 1;
    expect(japan.isBorn(index, civilOf(member.birth - 1))).toBe(false);
    expect(japan.isBorn(index, civilOf(member.birth))).toBe(true);
    expect(at(index, member.birth - 1).eligibilities).toEqual([]);
    expect(at(index, member.birth).eligibilities).toMatchObject([{ acquired: civilOf(member.birth), preschool: "1" }]);
  }
  expect(births).toBeGreaterThan(250);
});

test("a move changes the address that day, and national insurance with the municipality", () => {
  let moves = 0;
  for (const index of spread(10_000)) {
    const { life, member, covers } = japan.lifeAt(index);
    const day = life.movedOn;
    if (day === undefined || member.birth >= day || member.death <= day) continue;
    moves += 1;
    const [before, after] = [at(index, day - 1), at(index, day)];
    expect(after.address).not.toBe(before.address);
    const national = covers.some(({ law, from, until }) => law === "national" && from < day && until >= day);
    if (!national) expect(after.eligibilities.length).toBe(before.eligibilities.length);
    else if (covers.some(({ law, from }) => law === "national" && from === day))
      expect(after.eligibilities.at(-2)).toMatchObject({ lost: civilOf(day), reasonOfLoss: "99" });
  }
  expect(moves).toBeGreaterThan(250);
});

test("national insurance is always that of the municipality somebody lives in, and the address leads back to the home", () => {
  fc.assert(
    fc.property(anybody, anyDay, (index, on: CivilDate) => {
      const { address, eligibilities } = japan.personAt(index, on);
      const { household, life, member } = japan.lifeAt(index);
      const home = homeBehind(address) ?? expect.unreachable(`${address} is no home`);
      const residence = residenceOn(life, Math.min(japan.dayOf(on), member.death));
      expect(japan.lives.registry.livingAt(home)).toEqual({ household, residence });
      const open = eligibilities.find(({ lost }) => lost === undefined);
      if (open === undefined || !open.insurerNumber.startsWith("  ")) return;
      expect(open.insurerNumber).toBe(insurerNumber({ law: "national", rank: home.municipality }));
      expect(address.startsWith(insurerByNumber(7, open.insurerNumber)?.name ?? "?")).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test("most jobs end with a month, so most changes of employers fall on the 1st", () => {
  const days = spread(15_000).flatMap((index) =>
    japan
      .lifeAt(index)
      .covers.slice(1)
      .filter(({ use }) => use >= 1 && use < 4)
      .map(({ from }) => civilOf(from).slice(6)),
  );
  const first = days.filter((day) => day === "01").length / days.length;
  expect(first).toBeGreaterThan(0.65);
  expect(first).toBeLessThan(0.9);
});

test("when an employee dies, the family goes to the national insurance of its municipality the day after", () => {
  let families = 0;
  for (const index of spread(30_000)) {
    const { household, life, position } = japan.lifeAt(index);
    const buried = life.head.death + 1;
    if (position !== 0 || household.slot.others.length === 0 || !within(buried) || life.aid !== undefined) continue;
    const [, ...others] = japan.lives.together(household);
    for (const { index: other, member, covers } of others) {
      if (member.birth >= buried || member.death < buried || !covers.some(({ from }) => from === buried)) continue;
      families += 1;
      const row = at(other, buried).eligibilities.at(-1);
      expect(row?.insurerNumber).toMatch(/^ {2}99/);
      expect(row?.insuredName).toBe(
        at(memberIndex(household, japan.lives.nameHolder(japan.lifeAt(other), buried)), buried).name,
      );
      expect(row?.insuredName).not.toBe(at(household.headIndex, buried).name);
    }
  }
  expect(families).toBeGreaterThan(20);
});

test("when an employee becomes late-elderly, the others go to national insurance that day", () => {
  let families = 0;
  for (const index of spread(20_000)) {
    const { household, life, position } = japan.lifeAt(index);
    if (position !== 0 || household.slot.others.length === 0 || life.aid !== undefined) continue;
    const [head, ...others] = japan.lives.together(household);
    const late = head?.covers.at(-1);
    const before = head?.covers.at(-2);
    if (late?.law !== "late-elderly" || before === undefined || before.law === "national" || !within(late.from))
      continue;
    for (const { index: other, covers } of others) {
      const was = covers.find(({ use, until }) => use === before.use && until === late.from);
      if (was === undefined || was.reason !== "99") continue;
      families += 1;
      const [former, row] = at(other, late.from).eligibilities.slice(-2);
      expect([former?.lost, former?.reasonOfLoss]).toEqual([civilOf(late.from), "99"]);
      expect(row).toMatchObject({ acquired: civilOf(late.from), insurerNumber: expect.stringMatching(/^ {2}99/) });
    }
  }
  expect(families).toBeGreaterThan(100);
});

test.each(["2021-03-04", "2026-02-10", "2035-09-30", "2037-12-31", "2045-07-01", "2049-12-31"])(
  "on %s people of every age are alive, infants too, and all of them insured or on aid",
  (on) => {
    const day = japan.dayOf(civilDate(on));
    const ages = new Array<number>(10).fill(0);
    let infants = 0;
    for (const index of spread(20_000)) {
      const { member, covers, life } = japan.lifeAt(index);
      if (member.birth > day || member.death < day) continue;
      const age = Math.trunc((day - member.birth) / 365.25);
      if (age < 1) infants += 1;
      ages[Math.trunc(age / 10)] = (ages[Math.trunc(age / 10)] ?? 0) + 1;
      if (life.aid === undefined) expect(covers.some(({ from, until }) => from <= day && day < until)).toBe(true);
    }
    expect(infants).toBeGreaterThan(20);
    for (const count of ages.slice(0, 9)) expect(count).toBeGreaterThan(400);
    expect(ages.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(13_000);
  },
);

test("a child has a mother alive and a father who lived at conception, and no sibling but a twin within 300 days", () => {
  let [births, siblings] = [0, 0];
  for (const index of spread(60_000)) {
    const family = japan.lives.together(japan.lifeAt(index).household).map(({ member }) => member);
    const parents = family.filter(({ role }) => role === undefined || role === "spouse");
    const [mother, father] = ["2", "1"].map((sex) => parents.find((parent) => parent.sex === sex));
    const born = family.filter(({ role, birth }) => role !== undefined && role !== "spouse" && birth < HORIZON);
    for (const { birth } of born.filter(({ role }) => role === "child")) {
      births += 1;
      expect(birth).toBeLessThanOrEqual(SECOND_SPAN);
      expect(birth).toBeLessThanOrEqual(parents.length === 1 ? (parents[0]?.death ?? 0) : (mother?.death ?? HORIZON));
      expect(birth).toBeLessThanOrEqual((father?.death ?? HORIZON) + 300);
    }
    const [first, second] = born;
    if (first === undefined || second === undefined || first.birth === second.birth) continue;
    siblings += 1;
    expect(Math.abs(second.birth - first.birth)).toBeGreaterThanOrEqual(300);
  }
  expect([births > 10_000, siblings > 5_000]).toEqual([true, true]);
});

test("jobs change and people move in the second span of days as often as in the first", () => {
  const perYear = (days: readonly DayNumber[], from: DayNumber, until: DayNumber): number =>
    days.filter((day) => day >= from && day < until).length / (until - from);
  const lives = spread(20_000).map((index) => japan.lifeAt(index));
  const moves = lives.flatMap(({ life }) => life.movedOn ?? []);
  const changes = lives.flatMap(({ covers }) => covers.filter(({ use }) => use > 0 && use < 4).map(({ from }) => from));
  for (const days of [moves, changes]) {
    const ratio = perYear(days, SECOND_SPAN, HORIZON) / perYear(days, SERVICE_START, SECOND_SPAN);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(1.3);
  }
});

test("who is born late comes into a household whose head is alive and not yet late-elderly, or not at all", () => {
  const seated = new Households(japan.size).seated;
  let births = 0;
  for (let index = seated; index < japan.size; index += 4_001) {
    const { member, life } = japan.lifeAt(index);
    expect(member.birth).toBeGreaterThan(SECOND_SPAN);
    if (!within(member.birth)) continue;
    births += 1;
    expect(member.birth).toBeLessThanOrEqual(life.head.death);
    expect(ageOn(civilOf(life.head.birth), civilOf(member.birth))).toBeLessThan(75);
    expect(at(index, member.birth).eligibilities.at(-1)?.preschool ?? life.aid).toBeDefined();
  }
  expect(births).toBeGreaterThan(1_000);
});

test("personas stand on people with a seat, for the late-born are there on no day of a scenario", () => {
  const { seated } = new Households(japan.size);
  expect(Object.values(personas).filter(({ startIndex }) => startIndex + 5_000 > seated)).toEqual([]);
});
