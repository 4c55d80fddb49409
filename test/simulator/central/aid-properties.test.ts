import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../harness/recorder.ts";
import { aidPart } from "../../../simulator/central/aid-records.ts";
import { addDays, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { qualificationResult } from "../../../simulator/messages/kinds/qualification-result.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { validate } from "../../../simulator/messages/validate.ts";
import { namedFacility } from "../../../simulator/population/facility.ts";
import { aidSince, ticketOf } from "../../../simulator/population/issued-aid.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { judgeByCard } from "../../../simulator/rules/validity-by-card.ts";
import { aidStateAt } from "../../../simulator/rules/validity-by-ticket.ts";
import { someone } from "./fixture.ts";

const FIRST = civilDate("2026-01-01");
const days = fc.integer({ min: 0, max: 120 }).map((day) => addDays(FIRST, day));
const tickets = fc.array(
  fc.record({
    name: fc.constantFrom("clinic", "hospital", "pharmacy"),
    on: days,
    serial: fc.integer({ min: 0, max: 99 }),
  }),
  { maxLength: 6 },
);
const cases = fc.record({
  use: fc.constantFrom("01", "02"),
  tickets,
  endedOn: fc.option(days, { nil: undefined }),
  insured: fc.boolean(),
  asker: fc.constantFrom("clinic", "hospital", "pharmacy"),
  on: days,
});

describe("what a facility is told of somebody's aid (eligibility-rules.md §13.3)", () => {
  it("numbers and tickets exactly where a ticket of its own of that month is there, and never anybody else's", () => {
    fc.assert(
      fc.property(cases, ({ use, tickets: issued, endedOn, insured, asker, on }) => {
        const facility = namedFacility(asker);
        const aid = {
          ...aidSince(FIRST, {
            serial: 900_001,
            use,
            tickets: issued.map((ticket) => ticketOf(ticket.name, ticket.on, { serial: ticket.serial })),
          }),
          ...(endedOn === undefined ? {} : { endedOn }),
        };
        const context = { facility, policy: policyAt(on), profile: defaultProfile };
        const { records, remark } = aidPart(someone, aid, insured ? someone.eligibilities : [], on, context);
        const running = endedOn === undefined || on < endedOn;
        const own = issued.filter(({ name, on: day }) => name === asker && day.slice(0, 6) === on.slice(0, 6));
        const text = JSON.stringify(records);

        expect(records).toHaveLength(running || !insured ? 1 : 0);
        expect(text.includes(aid.recipientNumber)).toBe(running && own.length > 0);
        const others = ["clinic", "hospital", "pharmacy"] as const;
        for (const name of others) if (name !== asker) expect(text).not.toContain(namedFacility(name).code);
        const infos = records.flatMap((record) => record.PublicExpenseResultList?.MedicalTicketInfo ?? []);
        expect(infos.filter((info) => info.IssueNumber !== undefined)).toHaveLength(running ? own.length : 0);
        expect(infos.some((info) => info.ConsistencyFlag === "1")).toBe(running && use === "02" && !insured);
        expect(remark === "SIM-W-302").toBe(running && use === "02" && !insured);
        for (const record of records) expect(validate(qualificationResult, record)).toEqual([]);
      }),
      { numRuns: 500, seed: 20_260_210 },
    );
  });

  it("both tables that speak of the validity of aid agree (§3.2 rows 7 to 9, §13.3)", () => {
    fc.assert(
      fc.property(cases, ({ use, tickets: issued, endedOn, insured, asker, on }) => {
        const facility = namedFacility(asker);
        const aid = {
          ...aidSince(FIRST, {
            serial: 900_001,
            use,
            tickets: issued.map((ticket) => ticketOf(ticket.name, ticket.on, { serial: ticket.serial })),
          }),
          ...(endedOn === undefined ? {} : { endedOn }),
        };
        const person = insured ? someone : { ...someone, eligibilities: [] };
        const { validity } = judgeByCard(person, on, aidStateAt(aid, facility.code, on));
        const context = { facility, policy: policyAt(on), profile: defaultProfile };
        expect(validity).toBe(aidPart(someone, aid, person.eligibilities, on, context).validity);
      }),
      { numRuns: 500, seed: 20_260_211 },
    );
  });
});
