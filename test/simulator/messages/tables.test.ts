import { describe, expect, test } from "vitest";
import {
  CONSENT,
  codeLists,
  isQualificationValidity,
  PROCESSING_STATUS,
  REFERENCE,
  SEGMENT_OF_RESULT,
  VALIDITY,
} from "../../../simulator/messages/code-lists.ts";
import { elements, required } from "../../../simulator/messages/element-table.ts";
import { W } from "../../../simulator/messages/format.ts";
import { resultCode, resultCodes } from "../../../simulator/messages/result-codes.ts";
import { validate } from "../../../simulator/messages/validate.ts";

describe("result codes", () => {
  const table = elements({ ErrorMessage: required("エラーメッセージ", W(60), [], []) });
  test.each(Object.entries(resultCodes))(
    "%s has a text that fits its element and says that it is simulated",
    (code, { ja, en }) => {
      expect(code).toMatch(/^SIM-[EPW]-\d{3}$/);
      expect(ja.startsWith("【模擬】")).toBe(true);
      expect(en.startsWith("[SIMULATED] ")).toBe(true);
      expect(validate(table, { ErrorMessage: ja })).toEqual([]);
    },
  );

  test("that are not ours read as other error", () => {
    expect(resultCode("SIM-E-902")).toBe(resultCodes["SIM-E-902"]);
    expect(resultCode("toString")).toBe(resultCodes["SIM-E-999"]);
  });
});

describe("code lists", () => {
  test("cover OQSCD001 to OQSCD044", () => {
    const numbers = Array.from({ length: 44 }, (_, index) => String(index + 1).padStart(3, "0"));
    expect(numbers.filter((number) => !Object.hasOwn(codeLists, number))).toEqual([]);
  });

  test.each([
    ["003", SEGMENT_OF_RESULT],
    ["004", PROCESSING_STATUS],
    ["002", REFERENCE],
    ["006", VALIDITY],
    ["016", CONSENT],
  ] as const)("the names of OQSCD%s are those of its values", (list, names) => {
    expect(Object.values(names).toSorted()).toEqual(Object.keys(codeLists[list].values).toSorted());
  });

  test("tell a validity from anything else", () => {
    expect(isQualificationValidity("6")).toBe(true);
    expect(["0", "7", "", undefined, "toString"].some(isQualificationValidity)).toBe(false);
  });
});
