import { expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { hasValidCheckDigit } from "../../../simulator/population/check-digit.ts";
import { FACILITY_COUNT, facilityAt, namedFacility } from "../../../simulator/population/facility.ts";

const FEE_TABLE = { clinic: "1", hospital: "1", dental: "3", pharmacy: "4" } as const;

test("codes have ten digits of prefecture 99, the fee table of the kind, a check over all nine, and never repeat", () => {
  const named = (["clinic", "hospital", "pharmacy"] as const).map(namedFacility);
  const sample = Array.from({ length: 23_000 }, (_, index) => facilityAt(1, index * 10));
  const everybody = [...named, ...sample];
  for (const { code, kind } of everybody) {
    expect(code).toMatch(new RegExp(`^99${FEE_TABLE[kind]}\\d{7}$`));
    expect(hasValidCheckDigit(code)).toBe(true);
  }
  expect(new Set(everybody.map(({ code }) => code)).size).toBe(everybody.length);
});

test("named facilities have the fictitious codes of the reference", () => {
  expect(namedFacility("clinic").code).toBe("9910000018");
  expect(namedFacility("pharmacy").code).toBe("9940000012");
});

test("a facility asks for every kind of consent until it switches some off", () => {
  expect(facilityAt(1, 5).consentKinds).toEqual(["checkup", "drug", "care", "surgery"]);
});

test("there are 230,000, and beyond them is misuse", () => {
  expect(FACILITY_COUNT).toBe(230_000);
  expect(facilityAt(3, FACILITY_COUNT - 1).kind).toBe("pharmacy");
  for (const index of [-1, FACILITY_COUNT, 1.5]) expect(() => facilityAt(1, index)).toThrow(MisuseError);
});
