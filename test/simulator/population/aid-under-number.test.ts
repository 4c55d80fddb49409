import { describe, expect, it } from "vitest";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { aidUnderNumber, recipientNumberIn } from "../../../simulator/population/aid-under-number.ts";
import { aidSince, ticketOf } from "../../../simulator/population/issued-aid.ts";
import type { MedicalTicket } from "../../../simulator/population/medical-aid.ts";

const FIRST = "9000019";
const SECOND = "9001231";
const monthly = (month: string, recipientNumber?: string): MedicalTicket => ({
  ...ticketOf("clinic", civilDate(`${month}-01`), { serial: 1 }),
  ...(recipientNumber === undefined ? {} : { recipientNumber }),
});
const january = monthly("2026-01");
const march = monthly("2026-03", SECOND);
const aid = aidSince(civilDate("2026-02-10"), { serial: 900_001, use: "01", tickets: [january, march] });
const under = (recipientNumber: string, on: string, of = aid) =>
  aidUnderNumber(of, { payerNumber: aid.payerNumber, recipientNumber }, civilDate(on));

describe("the recipient number of an aid (eligibility-rules.md §13.2)", () => {
  it.each([
    ["before any ticket the one the aid was registered with", "202512", FIRST],
    ["of a ticket its own", "202601", FIRST],
    ["in a month without a ticket that of the last one before, not of one to come", "202602", FIRST],
    ["with a ticket that brought another the new one", "202603", SECOND],
    ["and it stays in the months after", "202604", SECOND],
  ])("%s", (_title, month, number) => {
    expect(recipientNumberIn(aid, month)).toBe(number);
  });

  it("a ticket registered late for an earlier month does not bring the earlier number back", () => {
    expect(recipientNumberIn({ ...aid, tickets: [march, january] }, "202604")).toBe(SECOND);
  });

  it.each([
    [FIRST, "2026-01-20", ["202601"]],
    [FIRST, "2026-02-28", ["202601"]],
    [FIRST, "2026-03-01", undefined],
    [SECOND, "2026-02-28", undefined],
    [SECOND, "2026-03-01", ["202603"]],
    ["9000027", "2026-01-20", undefined],
  ])("%s on %s leads to the tickets %s", (number, on, months) => {
    expect(under(number, on)?.tickets.map(({ month }) => month)).toEqual(months);
  });

  it("two numbers of one month lead to their own tickets each", () => {
    const two = { ...aid, tickets: [monthly("2026-02"), monthly("2026-02", SECOND)] };
    expect(under(FIRST, "2026-02-10", two)?.tickets).toEqual([two.tickets[0]]);
    expect(under(SECOND, "2026-02-10", two)?.tickets).toEqual([two.tickets[1]]);
  });

  it("leads nowhere under another payer", () => {
    expect(
      aidUnderNumber(aid, { payerNumber: "12990024", recipientNumber: FIRST }, civilDate("2026-01-20")),
    ).toBeUndefined();
  });
});
