import { describe, expect, it } from "vitest";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../../simulator/population/person.ts";
import { judgeByCard } from "../../../simulator/rules/validity-by-card.ts";
import { judgeByNumber, type NumberKeys } from "../../../simulator/rules/validity-by-number.ts";

const TODAY = civilDate("2026-02-10");
const base = new Population(1, { asOf: TODAY }).personAt(1_000);

const row = (changes: Partial<Eligibility>): Eligibility => ({
  cardClassification: "01",
  insurerNumber: "06990014",
  insurerName: "架空健康保険組合",
  symbol: "12-34",
  number: "9001",
  branch: "00",
  acquired: civilDate("2020-04-01"),
  ...changes,
});
const person = (eligibilities: readonly Eligibility[], changes: Partial<InsuredPerson> = {}): InsuredPerson => ({
  ...base,
  eligibilities,
  ...changes,
});
const keys = (changes: Partial<NumberKeys> = {}): NumberKeys => ({
  insurerNumber: "06990014",
  symbol: "12-34",
  number: "9001",
  branch: "00",
  birthdate: base.birthdate,
  ...changes,
});

const lost = row({ lost: civilDate("2026-02-01"), reasonOfLoss: "03" });
const newer = row({ insurerNumber: "  990010", number: "55", acquired: civilDate("2026-02-01") });

describe("eligibility by card (eligibility-rules.md §3.2)", () => {
  it.each<[string, InsuredPerson, string, number]>([
    ["V1: a valid row", person([row({})]), "1", 1],
    ["V2: lost on this very day", person([row({ lost: TODAY })]), "2", 1],
    ["V3: lost tomorrow", person([row({ lost: civilDate("2026-02-11") })]), "1", 1],
    ["V4: the old lost, the new registered", person([lost, newer]), "1", 1],
    ["several valid rows are all listed", person([row({}), newer]), "1", 2],
    ["V10: never fed", person([]), "4", 0],
    ["V6: the old lost, the new not fed yet", person([lost]), "2", 1],
    ["all rows on hold by the J-LIS check", person([row({})], { flags: { onHold: true } }), "4", 0],
    [
      "two lost rows: the latest is listed",
      person([lost, row({ number: "2", acquired: civilDate("2024-01-01"), lost: civilDate("2025-01-01") })]),
      "2",
      1,
    ],
  ])("%s", (_title, who, validity, rows) => {
    const judged = judgeByCard(who, TODAY);
    expect([judged.validity, judged.rows.length]).toEqual([validity, rows]);
  });

  it("lists the latest of the lost rows", () => {
    const later = row({ number: "2", acquired: civilDate("2024-01-01"), lost: civilDate("2025-01-01") });
    expect(judgeByCard(person([lost, later]), TODAY).rows).toEqual([later]);
  });
});

describe("eligibility by number (eligibility-rules.md §3.3)", () => {
  const twins = [person([row({ branch: "01" })], { id: "a" }), person([row({ branch: "02" })], { id: "b" })];
  it.each<[string, NumberKeys, readonly InsuredPerson[], string]>([
    ["valid", keys(), [person([row({})])], "1"],
    ["V5: lost, another is valid", keys(), [person([lost, newer])], "3"],
    ["V6: lost, the new not fed yet", keys(), [person([lost])], "2"],
    ["V7: mistyped number", keys({ number: "9002" }), [person([row({})])], "4"],
    ["V8: twins without branch", keys({ branch: undefined }), twins, "5"],
    ["V8: twins with branch", keys({ branch: "01" }), twins, "1"],
    ["another birth date", keys({ birthdate: "19000101" }), [person([row({})])], "4"],
    ["a symbol left out is not compared", keys({ symbol: undefined }), [person([row({})])], "1"],
    ["a symbol given is compared as registered", keys({ symbol: "1234" }), [person([row({})])], "4"],
    ["leading zeros are not normalised away", keys({ number: "09001" }), [person([row({})])], "4"],
    ["on hold by the J-LIS check", keys(), [person([row({})], { flags: { onHold: true } })], "4"],
    ["nobody", keys(), [], "4"],
  ])("%s", (_title, asked, candidates, validity) => {
    expect(judgeByNumber(asked, candidates, TODAY).validity).toBe(validity);
  });

  it("never hands over the newer insurance, only the fact that it exists", () => {
    expect(judgeByNumber(keys(), [person([lost, newer])], TODAY).found?.row).toEqual(lost);
  });
});
