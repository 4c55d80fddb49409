import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate } from "../../../simulator/kernel/civil-time.ts";
import type { Eligibility, InsuredPerson } from "../../../simulator/population/person.ts";
import { Population } from "../../../simulator/population/person.ts";
import { judgeByCard } from "../../../simulator/rules/validity-by-card.ts";
import { judgeByNumber } from "../../../simulator/rules/validity-by-number.ts";
import { type AidState, aidStateAt } from "../../../simulator/rules/validity-by-ticket.ts";

const START = civilDate("2026-01-01");
const base = new Population(1, { asOf: START }).personAt(1_000);
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(START, days));
const number = fc.constantFrom("1", "2", "3");

const row: fc.Arbitrary<Eligibility> = fc
  .record({
    from: day,
    days: fc.option(fc.integer({ min: 1, max: 40 })),
    number,
    held: fc.boolean(),
    branch: fc.constantFrom("00", "01"),
  })
  .map(({ from, days, held, ...keys }) => ({
    cardClassification: "01",
    insurerNumber: "06990014",
    insurerName: "架空健康保険組合",
    acquired: from,
    ...keys,
    ...(days === null ? {} : { lost: addDays(from, days) }),
    ...(held ? { held: true as const } : {}),
  }));
const person = (id: string): fc.Arbitrary<InsuredPerson> =>
  fc.record({ rows: fc.array(row, { maxLength: 4 }), onHold: fc.boolean() }).map(({ rows, onHold }) => ({
    ...base,
    id,
    eligibilities: rows,
    ...(onHold ? { flags: { onHold: true as const } } : {}),
  }));
const aid: fc.Arbitrary<AidState | undefined> = fc.constantFrom(
  undefined,
  "with-ticket",
  "elsewhere",
  "no-ticket",
  "ended",
);

const covers = ({ acquired, lost }: Eligibility, on: CivilDate): boolean =>
  acquired <= on && (lost === undefined || on < lost);
const seen = ({ eligibilities, flags }: InsuredPerson): readonly Eligibility[] =>
  flags?.onHold === true ? [] : eligibilities.filter(({ held }) => held !== true);

describe("validity over random people and days", () => {
  it("by card it is what §3.2 says in words, never 3 and never 5", () => {
    fc.assert(
      fc.property(person("p"), day, aid, (who, on, state) => {
        const rows = seen(who);
        const valid = rows.filter((candidate) => covers(candidate, on));
        const judged = judgeByCard(who, on, state);
        const wanted =
          valid.length > 0 || state === "with-ticket"
            ? "1"
            : state === "no-ticket" || state === "elsewhere"
              ? "6"
              : rows.length === 0 && state === undefined
                ? "4"
                : "2";
        expect(judged.validity).toBe(wanted);
        if (wanted === "1") expect(judged.rows).toEqual(valid);
        if (wanted === "2") expect(judged.rows.length).toBe(Math.min(rows.length, 1));
        if (wanted === "4" || wanted === "6") expect(judged.rows).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("by number the newer insurance and held rows are never given", () => {
    fc.assert(
      fc.property(
        person("p"),
        person("q"),
        day,
        number,
        fc.option(fc.constantFrom("00", "01")),
        (one, other, on, asked, branch) => {
          const keys = {
            insurerNumber: "06990014",
            symbol: undefined,
            number: asked,
            branch: branch ?? undefined,
            birthdate: base.birthdate,
          };
          const fits = (who: InsuredPerson) =>
            seen(who).filter(
              (candidate) => candidate.number === asked && (branch === null || candidate.branch === branch),
            );
          const found = [one, other].filter((who) => fits(who).length > 0);
          const judged = judgeByNumber(keys, [one, other], on);
          const begun = found.flatMap(fits).some(({ acquired }) => acquired <= on);
          if (found.length !== 1 || !begun) {
            expect(judged).toMatchObject({ validity: begun ? "5" : "4", found: undefined });
            return;
          }
          const [who] = found as [InsuredPerson];
          const covered = fits(who).some((candidate) => covers(candidate, on));
          const elsewhere = seen(who).some((candidate) => covers(candidate, on));
          // On hold as a person: nothing of them is seen, so they were not found above.
          expect(judged.validity).toBe(covered ? "1" : elsewhere ? "3" : "2");
          expect(judged.found?.row.acquired).toSatisfy((acquired: CivilDate) => acquired <= on);
          expect(judged.found?.row.number).toBe(asked);
          expect(judged.found?.row.held).toBeUndefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("the state of an aid never depends on another month's tickets", () => {
    const month = (on: CivilDate) => on.slice(0, 6);
    fc.assert(
      fc.property(day, fc.array(fc.record({ on: day, own: fc.boolean() }), { maxLength: 3 }), (on, given) => {
        const tickets = given.map(({ on: at, own }) => ({
          month: month(at),
          validFrom: civilDate(`${month(at)}01`),
          validUntil: addDays(civilDate(`${month(at)}28`), month(at).endsWith("02") ? 0 : 3),
          facility: { code: own ? "9910000018" : "9910000026" },
        }));
        const inMonth = tickets.filter((ticket) => ticket.month === month(on));
        const facts = { startedOn: START, tickets };
        const wanted = inMonth.some(({ facility }) => facility.code === "9910000018")
          ? "with-ticket"
          : inMonth.length > 0
            ? "elsewhere"
            : "no-ticket";
        expect(aidStateAt(facts, "9910000018", on)).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });
});
