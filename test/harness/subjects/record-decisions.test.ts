import { describe, expect, it } from "vitest";
import type { Chart } from "../../../harness/subjects/chart-store.ts";
import { carefulWithRecords, foldKana } from "../../../harness/subjects/record-decisions.ts";

const person = { name: "同名　明", kana: "ﾄﾞｳﾒｲ ｱｷﾗ", birthdate: "19800505", sex: "1" };
const keys = { insurerNumber: "06990014", symbol: "12", number: "9001", branch: "00", birthdate: "19800505" };
const chart = (id: string, changes: Partial<Chart> = {}): Chart => ({
  id,
  person,
  insurance: undefined,
  billable: false,
  ...changes,
});
const clues = { reference: undefined, person, keys };

describe("which chart an answer belongs to (requirements.md R1-23)", () => {
  const { findChart } = carefulWithRecords;

  it("the reference number comes before the insurance and the person", () => {
    const charts = [chart("A", { insurance: keys }), chart("B", { person: { ...person, kana: "ﾍﾞﾂｼﾞﾝ" } })];
    expect(findChart({ ...clues, reference: "B" }, charts)).toEqual({ chart: "B" });
  });

  it("the same insurance, branch number included, is the same patient", () => {
    const charts = [chart("A", { insurance: keys }), chart("B", { insurance: { ...keys, branch: "01" } })];
    expect(findChart(clues, charts)).toEqual({ chart: "A" });
  });

  it("one chart with kana and birth date fits, two need a human, none opens a new one", () => {
    expect(findChart(clues, [chart("A")])).toEqual({ chart: "A" });
    expect(findChart(clues, [chart("A"), chart("B")])).toBe("unclear");
    expect(findChart(clues, [chart("A", { person: { ...person, birthdate: "19800506" } })])).toBe("none");
  });

  it("somebody without kana fits nobody by kana", () => {
    const nameless = { ...person, kana: "" };
    expect(findChart({ ...clues, person: nameless }, [chart("A", { person: nameless })])).toBe("none");
  });

  it("a reference number no chart has is no clue", () => {
    expect(findChart({ ...clues, reference: "Z", person: undefined, keys: undefined }, [chart("A")])).toBe("none");
  });
});

describe("what else is decided about records", () => {
  it("kana compare without blanks and with small letters large", () => {
    expect(foldKana("ﾐﾎﾝ　ｷｮｳｺ")).toBe(foldKana("ﾐﾎﾝ ｷﾖｳｺ"));
    expect(foldKana("ﾐﾎﾝ ｷｮｳｺ")).not.toBe(foldKana("ﾐﾎﾝ ｷｭｳｺ"));
  });

  it.each([
    ["1", "1", false],
    ["1", "2", true],
    ["1", "3", true],
    ["1", "4", true],
    ["1", "5", true],
    ["1", "6", true],
    ["2", undefined, true],
  ] as const)("a batch row with status %s and validity %s is flagged: %s", (status, validity, flagged) => {
    expect(carefulWithRecords.flagsBatchRow({ status, validity })).toBe(flagged);
  });

  it.each([
    ["insurer", "06990014", true],
    ["insurer", "06990015", false],
    ["insurer", "990010", true],
    ["insurer", "0990010", false],
    ["insurer", "77777777", false],
    ["recipient", "0000018", true],
    ["facility", "9910000018", true],
    ["facility", "0000018", false],
  ] as const)("typed as %s, %s is taken: %s", (kind, digits, taken) => {
    expect(carefulWithRecords.acceptsNumber(kind, digits)).toBe(taken);
  });

  it("an element that is gone differs from one that was there", () => {
    expect(carefulWithRecords.differences({ InsuredCardSymbol: "12" }, {})).toEqual(["InsuredCardSymbol"]);
    expect(carefulWithRecords.differences({ Name: "a" }, { Name: "b" })).toEqual([]);
  });
});
