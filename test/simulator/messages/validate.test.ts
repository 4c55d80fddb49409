import { describe, expect, test } from "vitest";
import {
  elements,
  group,
  optional,
  repeated,
  required,
  withholdable,
} from "../../../simulator/messages/element-table.ts";
import { C, D8, N, W, X } from "../../../simulator/messages/format.ts";
import { validate } from "../../../simulator/messages/validate.ts";

const table = elements({
  Code: required("コード", N(4), [], []),
  Day: optional("日", D8, [], []),
  Held: withholdable("番号", X(20), [], []),
  Flag: optional("フラグ", C("001"), [], []),
  Inner: group("内訳", elements({ Item: repeated("明細", 2, elements({ Name: required("氏名", W(5), [], []) })) })),
});
const good = { Code: "1234", Inner: { Item: [{ Name: "見本" }] } };

describe("a record", () => {
  test("that fits has no problems", () => {
    expect(validate(table, good)).toEqual([]);
    expect(validate(table, { ...good, Day: "", Flag: "1" })).toEqual([]);
  });

  test.each([
    ["a missing element", { ...good, Code: undefined }, "Code", "SIM-E-002"],
    ["an empty required element", { ...good, Code: "" }, "Code", "SIM-E-002"],
    ["a missing group", { Code: "1234" }, "Inner", "SIM-E-002"],
    ["a wrong length", { ...good, Code: "123" }, "Code", "SIM-E-003"],
    ["a withheld element that is empty", { ...good, Held: "" }, "Held", "SIM-E-003"],
    ["a value that means nothing", { ...good, Code: "12a4" }, "Code", "SIM-E-004"],
    ["a day that does not exist", { ...good, Day: "20260229" }, "Day", "SIM-E-004"],
    ["a code the list does not have", { ...good, Flag: "2" }, "Flag", "SIM-E-004"],
    ["a code named like a property of objects", { ...good, Flag: "constructor" }, "Flag", "SIM-E-004"],
    ["too many repetitions", { ...good, Inner: { Item: [1, 2, 3] } }, "Inner/Item", "SIM-E-006"],
    ["a control character", { ...good, Held: "a\u0000" }, "Held", "SIM-E-001"],
    ["half a surrogate pair", { ...good, Held: "\ud842" }, "Held", "SIM-E-001"],
    ["a line end", { ...good, Held: "a\nb" }, "Held", "SIM-E-001"],
    ["a number where text belongs", { ...good, Code: 1234 }, "Code", "SIM-E-001"],
    ["text where a group belongs", { ...good, Inner: "x" }, "Inner", "SIM-E-001"],
    ["one item where a list belongs", { ...good, Inner: { Item: { Name: "見本" } } }, "Inner/Item", "SIM-E-001"],
    ["an element the layout does not have", { ...good, Other: "x" }, "Other", "SIM-E-001"],
    ["no record at all", undefined, "XmlMsg", "SIM-E-001"],
  ])("with %s is told where and with which code", (_what, record, path, code) => {
    expect(validate(table, record)).toEqual([expect.objectContaining({ path, code })]);
  });

  test("names the item of a list and never its value", () => {
    const [problem] = validate(table, { ...good, Inner: { Item: [{ Name: "見本" }, { Name: "hanako" }] } });
    expect(problem?.path).toBe("Inner/Item[2]/Name");
    expect(problem?.said.ja).toContain("「氏名」は全角5文字以内にしてください。");
    expect(JSON.stringify(problem)).not.toContain("hanako");
  });

  test("counts characters, not halves of them", () => {
    expect(validate(table, { ...good, Inner: { Item: [{ Name: "𠮷𠮷𠮷𠮷𠮷" }] } })).toEqual([]);
    expect(validate(table, { ...good, Inner: { Item: [{ Name: "𠮷𠮷𠮷𠮷𠮷𠮷" }] } })).toHaveLength(1);
  });

  test("is told of 50 problems at most", () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`Extra${index}`, "x"]));
    expect(validate(table, wide)).toHaveLength(50);
  });
});
