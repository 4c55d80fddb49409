import { describe, expect, it } from "vitest";
import type { LedgerChange } from "../../../simulator/central/ledger.ts";
import { identityKey } from "../../../simulator/central/looked-up.ts";
import { addDays } from "../../../simulator/kernel/civil-time.ts";
import type { Eligibility, InsuredPerson } from "../../../simulator/population/person.ts";
import { bodyOf, centre, clinic, item, pharmacy, rowsOf, someone, TODAY } from "./fixture.ts";

const identified: readonly LedgerChange[] = [
  ...rowsOf(someone),
  { table: "identity", key: identityKey(someone.name, someone.birthdate), row: { personIds: [someone.id] } },
];
const held = (row: Eligibility): Eligibility => ({ ...row, held: true });
const selfDefence = (row: Eligibility): Eligibility => ({ ...row, cardClassification: "07" });
const open = (opensAtMs = 0): LedgerChange => ({ table: "outageGate", key: clinic.code, row: { opensAtMs } });
const who = { Name: someone.name, Birthdate: someone.birthdate, Sex: someone.sex, Address: someone.address };
const outage = { ...who, Day: TODAY };
const disaster = { ...who, Purpose: "care", Consent: "oral" };
const scopes = (from = TODAY, until = TODAY): LedgerChange => ({
  table: "disasterScopes",
  key: "all",
  row: { scopes: [{ municipalities: [clinic.municipality], from, until }] },
});

describe("the look-up after an outage", () => {
  it("gives eligibility once the gate is open, nothing medical, and is logged", () => {
    const { ask, observed } = centre({ rows: [...identified, open()] });
    const body = bodyOf(ask("SIMoutageLookup", outage));
    expect(body["Outcome"]).toBe("eligibility");
    expect(Object.keys(body)).toEqual(["Outcome", "Results"]);
    expect(JSON.stringify(body)).not.toMatch(/ConsFlg|DrugN/);
    expect(JSON.stringify(observed)).toContain("viewLog");
  });

  it.each<[string, readonly LedgerChange[], object, string]>([
    ["while the gate is shut", identified, outage, "not-open"],
    ["a moment before it opens", [...identified, open(Number.MAX_SAFE_INTEGER)], outage, "not-open"],
    ["with the disaster gate open instead", [...identified, scopes()], outage, "not-open"],
    ["without a sex", [...identified, open()], { ...outage, Sex: "" }, "items-missing"],
    ["by a name nobody has", [...identified, open()], { ...outage, Name: "架空　無名" }, "none"],
    ["by another address", [...identified, open()], { ...outage, Address: "架空県朝凪市" }, "none"],
    [
      "by the insurer's name",
      [...identified, open()],
      { ...outage, Address: "", InsurerName: someone.eligibilities[0]?.insurerName },
      "eligibility",
    ],
  ])("%s", (_title, rows, query, outcome) => {
    expect(item(centre({ rows }).ask("SIMoutageLookup", query), "Outcome")).toBe(outcome);
  });

  it("is open for the facility that called and for no other", () => {
    const { ask } = centre({ rows: [...identified, open()] });
    expect(item(ask("SIMoutageLookup", outage, pharmacy.code), "Outcome")).toBe("not-open");
  });

  it("names the field of a malformed query", () => {
    expect(centre().ask("SIMoutageLookup", { ...outage, Day: "today" })).toMatchObject({
      status: "refused",
      text: expect.stringContaining("Day"),
    });
  });
});

describe("the view in a disaster", () => {
  it("gives eligibility and drugs inside area and period, and is logged", () => {
    const { ask, observed } = centre({ rows: [...identified, scopes()] });
    const body = bodyOf(ask("SIMdisasterView", disaster));
    expect(body["Outcome"]).toBe("shown");
    expect(body["Drugs"]).not.toEqual([]);
    expect(JSON.stringify(observed)).toContain("viewLog");
  });

  it.each<[string, readonly LedgerChange[], object, string]>([
    ["nothing is opened", identified, disaster, "outside"],
    ["the outage gate is open instead", [...identified, open()], disaster, "outside"],
    ["the period is over", [...identified, scopes(addDays(TODAY, -7), addDays(TODAY, -1))], disaster, "outside"],
    ["not for care", [...identified, scopes()], { ...disaster, Purpose: "other" }, "not-for-care"],
    ["against the patient's will", [...identified, scopes()], { ...disaster, Consent: "none" }, "no-consent"],
    ["unconscious", [...identified, scopes()], { ...disaster, Consent: "unconscious" }, "shown"],
  ])("%s", (_title, rows, query, outcome) => {
    expect(item(centre({ rows }).ask("SIMdisasterView", query), "Outcome")).toBe(outcome);
  });

  it.each<[string, InsuredPerson]>([
    ["with 自衛官診療証", { ...someone, eligibilities: someone.eligibilities.map(selfDefence) }],
    ["whom the J-LIS comparison holds back", { ...someone, flags: { onHold: true } }],
    ["whose only insurance it holds back", { ...someone, eligibilities: someone.eligibilities.map(held) }],
  ])("shows no drugs of somebody %s (eligibility-rules.md §15.4, §15.5)", (_title, person) => {
    const { ask } = centre({ rows: [...identified, ...rowsOf(person), scopes()] });
    expect(bodyOf(ask("SIMdisasterView", disaster))).toMatchObject({ Outcome: "shown", Drugs: [] });
  });

  it("finds by number where the birth date fits", () => {
    const [row] = someone.eligibilities;
    const key = `${row?.insurerNumber}/${row?.number}`;
    const rows: readonly LedgerChange[] = [
      ...rowsOf(someone),
      scopes(),
      { table: "insured", key, row: { personIds: [someone.id] } },
    ];
    const query = {
      Purpose: "care",
      Consent: "oral",
      InsurerNumber: row?.insurerNumber,
      InsuredIdentificationNumber: row?.number,
    };
    const { ask } = centre({ rows });
    expect(item(ask("SIMdisasterView", { ...query, Birthdate: someone.birthdate }), "Outcome")).toBe("shown");
    expect(item(ask("SIMdisasterView", { ...query, Birthdate: "19000101" }), "Outcome")).toBe("none");
  });
});
