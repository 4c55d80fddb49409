import { expect, test } from "vitest";
import { computedRows } from "../../../simulator/central/population-rows.ts";
import { addDays, addMonths, ageOn, civilDate, endOfMonth } from "../../../simulator/kernel/civil-time.ts";
import { aidHomes } from "../../../simulator/population/aid-period.ts";
import { hasValidCheckDigit } from "../../../simulator/population/check-digit.ts";
import { civilOf } from "../../../simulator/population/day-number.ts";
import { facilityByCode } from "../../../simulator/population/facility.ts";
import { HORIZON, SERVICE_START } from "../../../simulator/population/life-span.ts";
import { municipalityAt } from "../../../simulator/population/municipality.ts";
import { Population } from "../../../simulator/population/person.ts";
import { MUNICIPALITIES } from "../../../simulator/population/places.ts";
import { asOf, japan, spread } from "./people.ts";

const SEED = 7;
/** Everybody of the first homes on aid in a municipality. */
function onAid(municipality: number, homes: number): readonly number[] {
  const found: number[] = [];
  for (const home of aidHomes(municipality)) {
    const living = japan.lives.registry.livingAt(home);
    if (living?.residence === 0) found.push(...japan.lives.together(living.household).map(({ index }) => index));
    if (found.length >= homes) return found;
  }
  return found;
}
const recipients = Array.from({ length: 40 }, (_, place) => onAid(place, 40)).flat();
const joined = Array.from({ length: MUNICIPALITIES }, (_, index) => index).filter(
  (index) => municipalityAt(SEED, index).joinedPmh,
);

test("a few of a thousand people have aid, now or in the past, and a few have certificates in PMH", () => {
  const people = spread(30_000);
  const aided = people.filter((index) => japan.aidOf(index) !== undefined).length / people.length;
  expect(aided).toBeGreaterThan(0.001);
  expect(aided).toBeLessThan(0.008);
  const subsidised = people.filter((index) => japan.subsidiesOf(index).length > 0).length / people.length;
  expect(subsidised).toBeGreaterThan(0.002);
  expect(subsidised).toBeLessThan(0.04);
});

test("aid alone leaves no insurance, aid together leaves the employer's, and neither has national or late-elderly", () => {
  const uses = new Set<string>();
  for (const index of recipients) {
    const aid = japan.aidOf(index);
    if (aid === undefined || aid.endedOn !== undefined) continue;
    uses.add(aid.use);
    const open = japan.personAt(index).eligibilities.filter(({ lost }) => lost === undefined);
    expect(open.length).toBe(aid.use === "02" ? 1 : 0);
    expect(aid.socialInsurance).toBe(aid.use === "02" ? "01" : "02");
    for (const { insurerNumber } of open) expect(insurerNumber).toMatch(/^(?:0|3[1-4])/);
  }
  expect(uses).toEqual(new Set(["01", "02"]));
});

test("the aid ends national insurance with reason 02 on its first day, and when it ends another number begins", () => {
  let [ended, resumed] = [0, 0];
  for (const index of recipients) {
    const { covers, life } = japan.lifeAt(index);
    const { aid } = life;
    if (aid === undefined) continue;
    for (const { until, reason } of covers.filter(({ reason: why }) => why === "02")) {
      ended += 1;
      expect([until, reason]).toEqual([aid.from, "02"]);
    }
    if (aid.until === undefined || aid.until < SERVICE_START || !covers.some(({ from }) => from === aid.until))
      continue;
    resumed += 1;
    const rows = japan.personAt(index, civilOf(HORIZON - 1)).eligibilities;
    expect(new Set(rows.map(({ insurerNumber, number }) => `${insurerNumber}/${number}`)).size).toBe(rows.length);
  }
  expect(ended).toBeGreaterThan(50);
  expect(resumed).toBeGreaterThan(10);
});

test("a payer and recipient number lead back to the person, in the table of the centre too", () => {
  const rows = computedRows(japan);
  let [aided, subsidised] = [0, 0];
  for (const index of [...recipients, ...spread(3_000)]) {
    const aid = japan.aidOf(index);
    const keys = [...(aid === undefined ? [] : [aid]), ...japan.subsidiesOf(index)];
    for (const key of keys) {
      expect(japan.findByRecipient(key)).toBe(index);
      const { payerNumber, recipientNumber } = key;
      expect(rows("recipient", `${payerNumber}/${recipientNumber}`)).toEqual({ personIds: [`p${index}`] });
    }
    aided += aid === undefined ? 0 : 1;
    subsidised += japan.subsidiesOf(index).length;
  }
  expect(aided).toBeGreaterThan(300);
  expect(subsidised).toBeGreaterThan(20);
});

test("numbers of people without aid lead to nobody, and so do those of payers that do not exist", () => {
  const [index = 0] = spread(1);
  const aid = recipients.map((someone) => japan.aidOf(someone)).find((found) => found !== undefined);
  expect(japan.aidOf(index)).toBeUndefined();
  expect(japan.findByRecipient({ payerNumber: aid?.payerNumber ?? "", recipientNumber: "0000018" })).toBeUndefined();
  expect(japan.findByRecipient({ payerNumber: "12130013", recipientNumber: "0000018" })).toBeUndefined();
});

test("tickets are for one calendar month each, at facilities of the municipality, registered on the office's day", () => {
  const days = new Map<string, number>();
  for (const index of recipients.slice(0, 600)) {
    const aid = japan.aidOf(index);
    const home = japan.lives.homeOf(japan.lifeAt(index), japan.dayOf(asOf));
    const { registersOn } = municipalityAt(SEED, home.municipality).welfareOffice;
    for (const { month, validFrom, validUntil, facility, type, prescriber, injuries } of aid?.tickets ?? []) {
      expect([validFrom.slice(0, 6), validUntil.slice(0, 6)]).toEqual([month, month]);
      expect(validFrom <= validUntil && validFrom >= (aid?.startedOn ?? "")).toBe(true);
      const there = facilityByCode(facility.code);
      expect(there?.name.ja).toBe(facility.name);
      expect(there?.municipality).toBe(municipalityAt(SEED, home.municipality).name.ja);
      expect(prescriber !== undefined).toBe(type === "02");
      expect(injuries.length).toBeLessThanOrEqual(3);
      const latest = days.get(registersOn);
      days.set(registersOn, Math.max(latest ?? 0, Number(month)));
    }
  }
  // On 10 February the tickets of February are there only at offices that register them in January.
  expect(Object.fromEntries(days)).toEqual({ "25th before": 202602, "15th": 202601, "20th": 202601 });
});

test.each([
  ["15th", "2026-02-14", "2026-02-15"],
  ["20th", "2026-02-19", "2026-02-20"],
  ["25th before", "2026-01-24", "2026-01-25"],
] as const)("an office that registers on the %s shows the tickets of February from that day", (day, before, from) => {
  const ofDay = recipients.filter((index) => {
    const home = japan.lives.homeOf(japan.lifeAt(index), japan.dayOf(asOf));
    return municipalityAt(SEED, home.municipality).welfareOffice.registersOn === day;
  });
  const february = (on: string): number =>
    ofDay.flatMap((index) => japan.aidOf(index, civilDate(on))?.tickets ?? []).filter(({ month }) => month === "202602")
      .length;
  expect(february(before)).toBe(0);
  expect(february(from)).toBeGreaterThan(10);
});

test("a later day never takes a registered ticket of the last months away or changes it", () => {
  for (const index of recipients.slice(0, 300)) {
    const [early, late] = [japan.aidOf(index), japan.aidOf(index, addMonths(asOf, 3))];
    const since = addMonths(asOf, -6).slice(0, 6);
    for (const ticket of early?.tickets.filter(({ month }) => month >= since) ?? []) {
      // An aid that ends cuts the ticket of its last month.
      const same = late?.tickets.find(
        ({ month, issueNumber }) => month === ticket.month && issueNumber === ticket.issueNumber,
      );
      expect(same).toMatchObject({ facility: ticket.facility, validFrom: ticket.validFrom });
    }
  }
});

test("a bulk pull finds everybody with a ticket for the facility in the month, and nobody else", () => {
  const holder = recipients.find((index) => (japan.aidOf(index)?.tickets.length ?? 0) > 0) ?? expect.unreachable();
  const ticket = japan.aidOf(holder)?.tickets[0] ?? expect.unreachable();
  const found = japan.entrustedTo(ticket.facility.code, ticket.month);
  expect(found).toContain(holder);
  for (const index of found)
    expect(
      japan
        .aidOf(index)
        ?.tickets.some(({ month, facility }) => month === ticket.month && facility.code === ticket.facility.code),
    ).toBe(true);
  expect(japan.entrustedTo(ticket.facility.code, "201901")).toEqual([]);
  expect(japan.entrustedTo("9910000018", ticket.month)).toEqual([]);
  expect(computedRows(japan)("entrusted", `${ticket.facility.code}/${ticket.month}`)).toEqual({
    personIds: found.map((index) => `p${index}`),
  });
});

test("certificates are of municipalities that joined PMH, count on the day, and have checked numbers", () => {
  const names = new Set(joined.map((index) => municipalityAt(SEED, index).name.ja));
  const laws = new Set<string>();
  for (const index of spread(30_000))
    for (const entry of japan.subsidiesOf(index)) {
      const { payerNumber, recipientNumber, validFrom, validTo, body } = entry;
      laws.add(payerNumber.slice(0, 2));
      expect(names.has(body)).toBe(true);
      expect(hasValidCheckDigit(payerNumber)).toBe(true);
      expect(/^[89]/.test(payerNumber) || hasValidCheckDigit(recipientNumber)).toBe(true);
      expect(validFrom <= asOf && asOf <= (validTo ?? "")).toBe(true);
      for (const code of entry.designatedFacilities ?? []) expect(facilityByCode(code)?.municipality).toBe(body);
    }
  expect([...laws].toSorted()).toEqual(["15", "21", "52", "54", "81", "88", "89"]);
});

test("a child's certificate ends on the 31 March after the fifteenth birthday, where the next scheme begins", () => {
  let ends = 0;
  for (const index of spread(30_000)) {
    const child = japan.subsidiesOf(index).find(({ payerNumber }) => payerNumber.startsWith("88"));
    if (child?.validTo === undefined) continue;
    ends += 1;
    const { birthdate } = japan.personAt(index);
    expect(child.validTo.slice(4)).toBe("0331");
    expect(ageOn(birthdate, addDays(child.validTo, 1))).toBe(15);
    if (child.validTo >= civilOf(HORIZON - 1)) continue;
    const { movedOn } = japan.lifeAt(index).life;
    if (movedOn !== undefined || japan.lifeAt(index).member.death < japan.dayOf(addDays(child.validTo, 1))) continue;
    const next = japan.subsidiesOf(index, addDays(child.validTo, 1));
    expect(next.some(({ payerNumber }) => payerNumber.startsWith("88"))).toBe(false);
    expect(next.some(({ payerNumber }) => payerNumber.startsWith("89"))).toBe(true);
  }
  expect(ends).toBeGreaterThan(20);
});

test("the centre's rows of somebody unborn are not there, and those of others are what the population says", () => {
  const rows = computedRows(japan);
  const unborn = spread(5_000).find((index) => !japan.isBorn(index)) ?? expect.unreachable();
  for (const table of ["person", "aid", "subsidy"] as const) expect(rows(table, `p${unborn}`)).toBeUndefined();
  const [index = 0] = recipients.filter((someone) => japan.aidOf(someone) !== undefined);
  expect(rows("aid", `p${index}`)).toEqual(japan.aidOf(index));
  for (const key of ["p125000000", "p-1", "q1", "p1x", ""]) expect(rows("person", key)).toBeUndefined();
  expect(rows("person", `p${index}`)).toEqual(japan.personAt(index));
});

test("tickets of a month do not outlast it, nor the aid where they had begun when it ended", () => {
  const town = new Population(SEED, { asOf: civilDate("2024-06-30") });
  for (const index of recipients.slice(0, 400)) {
    const aid = town.aidOf(index);
    for (const { month, validFrom, validUntil } of aid?.tickets ?? []) {
      expect(validUntil <= endOfMonth(civilDate(`${month}01`))).toBe(true);
      if (aid?.endedOn !== undefined && validFrom < aid.endedOn) expect(validUntil < aid.endedOn).toBe(true);
    }
  }
});

test("no ticket tells an end of the aid that is still to come, and none that was registered goes with it", () => {
  let [cut, ahead] = [0, 0];
  for (const index of recipients) {
    const endedOn = japan.aidOf(index, civilOf(HORIZON - 1))?.endedOn;
    if (endedOn === undefined || endedOn < civilOf(SERVICE_START)) continue;
    const dayBefore = addDays(endedOn, -1);
    const [before, after] = [dayBefore, endedOn].map((on) => japan.aidOf(index, on)?.tickets ?? []);
    const kept = addMonths(endedOn, -11).slice(0, 6);
    for (const ticket of (before ?? []).filter(({ month }) => month >= kept)) {
      expect(ticket.validUntil).toBe(endOfMonth(ticket.validFrom));
      const late = after?.find(
        ({ month, issueNumber }) => month === ticket.month && issueNumber === ticket.issueNumber,
      );
      const ends = ticket.validFrom < endedOn && dayBefore < ticket.validUntil;
      expect(late).toEqual(ends ? { ...ticket, validUntil: dayBefore } : ticket);
      cut += ends ? 1 : 0;
      ahead += ticket.validFrom >= endedOn ? 1 : 0;
    }
  }
  expect(cut).toBeGreaterThan(20);
  expect(ahead).toBeGreaterThan(2);
});

test("a ticket says late-elderly from the month of the 75th birthday on, whenever it is asked for", () => {
  let turning = 0;
  for (const index of recipients) {
    const { birthdate } = japan.personAt(index);
    const birthday = addMonths(birthdate, 75 * 12);
    for (const on of [birthday, addMonths(birthday, 6)]) {
      if (on < civilOf(SERVICE_START) || on >= civilOf(HORIZON - 1)) continue;
      const tickets = japan.aidOf(index, on)?.tickets ?? [];
      for (const { month, elderlyCare } of tickets)
        expect(elderlyCare).toBe(month >= birthday.slice(0, 6) ? "01" : "02");
      turning += new Set(tickets.map(({ elderlyCare }) => elderlyCare)).size > 1 ? 1 : 0;
    }
  }
  expect(turning).toBeGreaterThan(10);
});
