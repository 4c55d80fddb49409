import { describe, expect, it } from "vitest";
import type { LedgerChange } from "../../../simulator/central/ledger.ts";
import { identityKey } from "../../../simulator/central/looked-up.ts";
import { addDays, civilDate } from "../../../simulator/kernel/civil-time.ts";
import type { DisasterMedical } from "../../../simulator/messages/kinds/web-screens.ts";
import type { CentreAnswer } from "../../../simulator/messages/line-envelope.ts";
import { aidSince, ticketOf } from "../../../simulator/population/issued-aid.ts";
import { careHistory } from "../../../simulator/population/medical/index.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../../simulator/population/person.ts";
import { wellDocumented } from "../../../simulator/population/personas/well-documented.ts";
import {
  authenticate,
  bodyOf,
  type Centre,
  centre,
  certificateUntil,
  clinic,
  conclude,
  item,
  pharmacy,
  rowsOf,
  someone,
  TODAY,
} from "./fixture.ts";

const insuredKey = ({ eligibilities: [row] }: InsuredPerson): string => `${row?.insurerNumber}/${row?.number}`;
/** A person as the insurers registered them, found by name and by number. */
const known = (person: InsuredPerson): readonly LedgerChange[] => [
  ...rowsOf(person, 0),
  { table: "identity", key: identityKey(person.name, person.birthdate), row: { personIds: [person.id] } },
  { table: "insured", key: insuredKey(person), row: { personIds: [person.id] } },
];
const identified = known(someone);
const with_ = (changes: Partial<Eligibility>): InsuredPerson => ({
  ...someone,
  eligibilities: someone.eligibilities.map((row) => ({ ...row, ...changes })),
});
const alone: InsuredPerson = { ...someone, eligibilities: [] };
const aided = (...tickets: readonly ("clinic" | "pharmacy")[]): LedgerChange => ({
  table: "aid",
  key: someone.id,
  row: aidSince(TODAY, {
    serial: 900_001,
    use: "01",
    tickets: tickets.map((name, serial) => ticketOf(name, TODAY, { serial })),
  }),
});

const heldBack: readonly (readonly [string, readonly LedgerChange[]])[] = [
  ["who is held back, aid and all", [...known({ ...someone, flags: { onHold: true } }), aided("clinic")]],
  ["whose every row is held back", known(with_({ held: true }))],
];
const open = (opensAtMs = 0): LedgerChange => ({ table: "outageGate", key: clinic.code, row: { opensAtMs } });
const scopes = (from = TODAY, until = TODAY): LedgerChange => ({
  table: "disasterScopes",
  key: "all",
  row: { scopes: [{ municipalities: [clinic.municipality], from, until }] },
});
const whoIs = ({ name, birthdate, sex, address }: InsuredPerson) => ({
  Name: name,
  Birthdate: birthdate,
  Sex: sex,
  Address: address,
});
const outage = { ...whoIs(someone), Day: TODAY };
const disaster = { ...whoIs(someone), Purpose: "care", Consent: "oral" };
const byNumber = ({ birthdate, eligibilities: [row] }: InsuredPerson) => ({
  Purpose: "care",
  Consent: "oral",
  InsurerNumber: row?.insurerNumber ?? "",
  InsuredIdentificationNumber: row?.number ?? "",
  Birthdate: birthdate,
});
const seenIn = (answer: CentreAnswer) => bodyOf(answer) as DisasterMedical & { readonly Results: readonly object[] };
const looksAt = ({ observed }: Centre) =>
  observed.flatMap(({ pco, message }) =>
    pco === "central.message" ? message.changes.filter(({ table }) => table === "viewLog") : [],
  );

describe("the look-up after an outage", () => {
  it("gives eligibility once the gate is open, nothing medical, and is logged", () => {
    const under = centre({ rows: [...identified, open()] });
    const body = bodyOf(under.ask("SIMoutageLookup", outage));
    expect(body["Outcome"]).toBe("eligibility");
    expect(Object.keys(body)).toEqual(["Outcome", "Results"]);
    expect(JSON.stringify(body)).not.toMatch(/ConsFlg|DrugN/);
    expect(looksAt(under)).toMatchObject([{ row: { screen: "SIMoutageLookup", personId: someone.id } }]);
  });

  it.each<[string, readonly LedgerChange[], object, string]>([
    ["while the gate is shut", identified, outage, "not-open"],
    ["a moment before it opens", [...identified, open(Number.MAX_SAFE_INTEGER)], outage, "not-open"],
    ["with the disaster gate open instead", [...identified, scopes()], outage, "not-open"],
    ["without a sex", [...identified, open()], { ...outage, Sex: "" }, "items-missing"],
    ["by a name nobody has", [...identified, open()], { ...outage, Name: "架空　無名" }, "none"],
    ["by another address", [...identified, open()], { ...outage, Address: "架空県朝凪市" }, "none"],
    ["of somebody without any eligibility", [...known(alone), open()], outage, "none"],
    [
      "by the insurer's name",
      [...identified, open()],
      { ...outage, Address: "", InsurerName: someone.eligibilities[0]?.insurerName },
      "eligibility",
    ],
  ])("%s", (_title, rows, query, outcome) => {
    expect(item(centre({ rows }).ask("SIMoutageLookup", query), "Outcome")).toBe(outcome);
  });

  it.each(heldBack)("does not tell somebody %s from nobody (eligibility-rules.md §15.4)", (_title, rows) => {
    const under = centre({ rows: [...rows, open()] });
    expect(bodyOf(under.ask("SIMoutageLookup", outage))).toEqual({ Outcome: "none", Results: [] });
    expect(looksAt(under)).toEqual([]);
  });

  it.each<[string, LedgerChange, object]>([
    ["with its ticket", aided("clinic"), { InsuredCardClassification: "A1", InsurerNumber: "12990016" }],
    ["without numbers where there is no ticket", aided("pharmacy"), { InsuredCardClassification: "A1" }],
  ])("gives the aid of somebody who has nothing else, %s", (_title, aid, record) => {
    const { ask } = centre({ rows: [...known(alone), aid, open()] });
    const { Results } = seenIn(ask("SIMoutageLookup", outage));
    expect(Results).toMatchObject([record]);
    expect("InsurerNumber" in (Results[0] ?? {})).toBe("InsurerNumber" in record);
    const InsurerName = aidSince(TODAY, { serial: 900_001, use: "01", tickets: [] }).officeName;
    expect(seenIn(ask("SIMoutageLookup", { ...outage, Address: "", InsurerName })).Results).toEqual(Results);
  });

  it("gives insurance and aid, the insurance first", () => {
    const { ask } = centre({ rows: [...identified, aided("clinic"), open()] });
    const { cardClassification } = someone.eligibilities[0] ?? { cardClassification: "" };
    expect(seenIn(ask("SIMoutageLookup", outage)).Results).toMatchObject(
      [cardClassification, "A1"].map((InsuredCardClassification) => ({ InsuredCardClassification })),
    );
  });

  it("is open for the facility that called and for no other", () => {
    const { ask } = centre({ rows: [...identified, open()] });
    expect(item(ask("SIMoutageLookup", outage, pharmacy.code), "Outcome")).toBe("not-open");
  });

  it.each([
    ["malformed", { ...outage, Day: "today" }, "Day"],
    ["not on the screen", { ...outage, InsuredBranchNumber: "01" }, "InsuredBranchNumber"],
  ])("names a field that is %s", (_title, query, name) => {
    expect(centre().ask("SIMoutageLookup", query)).toMatchObject({
      status: "refused",
      text: expect.stringContaining(name),
    });
  });
});

describe("the view in a disaster", () => {
  it("gives eligibility and medical information inside area and period, and is logged", () => {
    const under = centre({ rows: [...identified, scopes()] });
    const answer = under.ask("SIMdisasterView", disaster);
    expect(item(answer, "Outcome")).toBe("shown");
    expect(seenIn(answer).Results).not.toEqual([]);
    expect(seenIn(answer).MeTrMonthInf).not.toEqual([]);
    expect(looksAt(under)).toMatchObject([{ row: { screen: "SIMdisasterView", personId: someone.id } }]);
  });

  it.each<[string, readonly LedgerChange[], object, string]>([
    ["nothing is opened", identified, disaster, "outside"],
    ["the outage gate is open instead", [...identified, open()], disaster, "outside"],
    ["the period is over", [...identified, scopes(addDays(TODAY, -7), addDays(TODAY, -1))], disaster, "outside"],
    ["not for care", [...identified, scopes()], { ...disaster, Purpose: "other" }, "not-for-care"],
    ["against the patient's will", [...identified, scopes()], { ...disaster, Consent: "none" }, "no-consent"],
    ["unconscious", [...identified, scopes()], { ...disaster, Consent: "unconscious" }, "shown"],
  ])("%s", (_title, rows, query, outcome) => {
    const answer = bodyOf(centre({ rows }).ask("SIMdisasterView", query));
    expect(answer["Outcome"]).toBe(outcome);
    if (outcome !== "shown") expect(answer).toEqual({ Outcome: outcome, Results: [] });
  });

  it.each(heldBack)("does not tell somebody %s from nobody (eligibility-rules.md §15.4)", (_title, rows) => {
    const under = centre({ rows: [...rows, scopes()] });
    for (const query of [disaster, byNumber(someone)])
      expect(bodyOf(under.ask("SIMdisasterView", query))).toEqual({ Outcome: "none", Results: [] });
    expect(looksAt(under)).toEqual([]);
  });

  it("shows the aid of somebody whose insurances are held back, and nothing medical", () => {
    const { ask } = centre({ rows: [...known(with_({ held: true })), aided("clinic"), scopes()] });
    const seen = seenIn(ask("SIMdisasterView", disaster));
    expect(seen).toMatchObject({ Outcome: "shown", Results: [{ InsuredCardClassification: "A1" }] });
    expect(Object.keys(seen)).toEqual(["Outcome", "Results"]);
  });

  it("shows what may be seen of somebody with aid alone (requirements.md R0-25)", () => {
    const { ask } = centre({ rows: [...known(alone), aided(), scopes()] });
    const seen = seenIn(ask("SIMdisasterView", disaster));
    expect(seen).toMatchObject({ Outcome: "shown", Results: [{ InsuredCardClassification: "A1" }] });
    expect(seen.MeTrMonthInf).not.toEqual([]);
  });

  it.each([
    ["malformed", { ...disaster, InsuredBranchNumber: "2" }, "InsuredBranchNumber"],
    ["not on the screen", { ...disaster, BranchNumber: "02" }, "BranchNumber"],
  ])("names a field that is %s", (_title, query, name) => {
    expect(centre().ask("SIMdisasterView", query)).toMatchObject({
      status: "refused",
      text: expect.stringContaining(name),
    });
  });
});

describe("the view in a disaster, by number", () => {
  it("finds where the birth date fits", () => {
    const { ask } = centre({ rows: [...identified, scopes()] });
    expect(item(ask("SIMdisasterView", byNumber(someone)), "Outcome")).toBe("shown");
    expect(item(ask("SIMdisasterView", { ...byNumber(someone), Birthdate: "19000101" }), "Outcome")).toBe("none");
  });

  it("tells twins apart by the branch, and anybody by the symbol (§3.6 V8)", () => {
    const [elder, younger] = ["01", "02"].map((branch) => ({ ...with_({ branch, symbol: "青" }), id: branch }));
    if (elder === undefined || younger === undefined) throw new RangeError("nobody");
    const household: LedgerChange = {
      table: "insured",
      key: insuredKey(elder),
      row: { personIds: [elder.id, younger.id] },
    };
    const { ask } = centre({ rows: [...known(elder), ...known(younger), household, scopes()] });
    const outcomeOf = (more: object) => item(ask("SIMdisasterView", { ...byNumber(elder), ...more }), "Outcome");
    expect(outcomeOf({})).toBe("several");
    expect(outcomeOf({ InsuredBranchNumber: "03" })).toBe("none");
    expect(outcomeOf({ InsuredBranchNumber: "02", InsuredCardSymbol: "赤" })).toBe("none");
    const shown = ask("SIMdisasterView", { ...byNumber(elder), InsuredBranchNumber: "02", InsuredCardSymbol: "青" });
    expect(seenIn(shown).Results).toMatchObject([{ InsuredBranchNumber: "02" }]);
  });
});

describe("medical information in a disaster", () => {
  const population = new Population(1, { asOf: TODAY });
  const documented = documentedPerson();
  const [row] = documented.eligibilities;
  const rows = [...known(documented), scopes()];
  const view = { ...whoIs(documented), Purpose: "care", Consent: "oral" };

  function documentedPerson(): InsuredPerson {
    for (let index = wellDocumented.startIndex; index < wellDocumented.startIndex + 20_000; index++) {
      const person = { ...population.personAt(index), id: wellDocumented.id };
      const prescribed = careHistory(person, addDays(TODAY, -90), TODAY).some(({ electronic }) => electronic);
      if (prescribed && wellDocumented.suits(person, TODAY)) return person;
    }
    throw new RangeError("nobody suits");
  }

  it("is what the normal requests would bring, of every kind and within its window (requirements.md R1-36)", () => {
    const under = centre({ rows });
    const recognised = authenticate(under, certificateUntil(civilDate("2027-12-20")));
    const kinds = ["drug", "care", "surgery", "checkup"] as const;
    conclude(under, item(recognised, "DialogueId"), kinds, kinds);
    const header = {
      MedicalInstitutionCode: clinic.code,
      InsurerNumber: row?.insurerNumber,
      InsuranceCardSymbol: row?.symbol ?? "",
      InsuredPersonIdentificationNumber: row?.number,
      BranchNumber: row?.branch ?? "",
    };
    const normal = (kind: string, body: object) =>
      bodyOf(under.ask(kind, { MessageHeader: header, MessageBody: body }))["MessageBody"] as object;
    const { Outcome, Results, ...medical } = bodyOf(under.ask("SIMdisasterView", view));
    expect(medical).toEqual({
      ...normal("YZKsiquc01", { StartDate: "201501", EndDate: TODAY.slice(0, 6), FileCategory: "4" }),
      ...normal("TKKsiquc01", { FileCategory: "2" }),
    });
    for (const inside of ["DrugN", "SinInfN", "ShDrugN", "CzDrugN", "ItemName"])
      expect(JSON.stringify(medical)).toContain(inside);
  });

  it("goes to no account but a viewer's, whatever is open (rule 5/no-viewer)", () => {
    const answer = centre({ rows }).ask("SIMdisasterView", view, clinic.code, "general");
    expect(Object.keys(bodyOf(answer))).toEqual(["Outcome", "Results"]);
    expect(item(answer, "Outcome")).toBe("shown");
  });

  it.each<[string, Partial<Eligibility>]>([
    ["with 自衛官診療証", { cardClassification: "07" }],
    ["with a day labourer's insurance", { insurerNumber: "03990010" }],
  ])("there is none of somebody %s (§15.5)", (_title, changes) => {
    const { ask } = centre({ rows: [...known(with_(changes)), scopes()] });
    expect(Object.keys(bodyOf(ask("SIMdisasterView", disaster)))).toEqual(["Outcome", "Results"]);
    const { ask: ofAided } = centre({ rows: [...known(with_(changes)), aided("clinic"), scopes()] });
    expect(seenIn(ofAided("SIMdisasterView", disaster)).MeTrMonthInf).toBeDefined(); // the aid has claims of its own
  });
});

describe("the log of views", () => {
  it("keeps every look, also those of one person at one instant", () => {
    const under = centre({ rows: [...identified, open(), scopes()] });
    const views = ["SIMdisasterView", "SIMoutageLookup", "SIMdisasterView", "SIMdisasterView"];
    for (const kind of views) under.ask(kind, kind === "SIMdisasterView" ? disaster : outage);
    expect(new Set(looksAt(under).map(({ key }) => key)).size).toBe(views.length);
    expect(looksAt(under).map(({ row: look }) => look)).toEqual(
      views.map((screen) => ({ screen, personId: someone.id, atMs: under.clock.nowMs })),
    );
  });
});
