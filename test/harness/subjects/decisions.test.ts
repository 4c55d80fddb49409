import { describe, expect, it } from "vitest";
import { referenceDecisions as decisions } from "../../../harness/subjects/decisions.ts";
import { VALIDITY } from "../../../simulator/messages/code-lists.ts";

const expected = { name: "見本　太郎", kana: "ﾐﾎﾝ ﾀﾛｳ", birthdate: "19800101", sex: "1" };
const answered = { name: "見本　太郎", kana: "ﾐﾎﾝ ﾀﾛｳ", birthdate: "19800101" };

describe("what a careful receipt system decides", () => {
  it.each([
    ["the same person", {}, true],
    ["a narrow blank between the names", { name: "見本 太郎" }, true],
    ["no blank at all", { name: "見本太郎" }, true],
    ["another way of writing the name, the same reading", { name: "●本　太郎" }, true],
    ["another reading, the same writing", { kana: "ﾐﾎﾝ ﾄﾓｵ" }, true],
    ["another name with the same birth date", { name: "見本　花子", kana: "ﾐﾎﾝ ﾊﾅｺ" }, false],
    ["the same name with another birth date", { birthdate: "19800102" }, false],
  ])("%s: %j is the patient: %s", (_title, changes, same) => {
    expect(decisions.samePerson({ ...answered, ...changes }, expected)).toBe(same);
  });

  it("gives an unasked result to the one visit it fits, to none when two fit, to none when nobody does", () => {
    const waiting = { visit: "V1", person: expected };
    const other = { visit: "V2", person: { ...expected, birthdate: "19900101" } };
    const twin = { visit: "V3", person: expected };
    expect(decisions.matchVisit(answered, [other, waiting])).toBe("V1");
    expect(decisions.matchVisit(answered, [waiting, twin])).toBeUndefined();
    expect(decisions.matchVisit(answered, [other])).toBeUndefined();
    expect(decisions.matchVisit(answered, [])).toBeUndefined();
  });

  it("bills on validity 1 alone, and every other state is told", () => {
    const states = Object.values(VALIDITY);
    expect(states.filter((state) => decisions.judgeValidity(state).billable)).toEqual([VALIDITY.valid]);
    // Of aid without a ticket the aid part tells, which knows why (features/medical-aid.ts).
    expect(states.filter((state) => decisions.judgeValidity(state).alert === undefined)).toEqual([
      VALIDITY.valid,
      VALIDITY.validUnregistered,
    ]);
  });

  it("stores every value as it came, leading zeros and blanks included", () => {
    for (const value of ["00", "  990010", "０１", "", " 1 "])
      expect(decisions.store("InsurerNumber", value)).toBe(value);
  });
});
