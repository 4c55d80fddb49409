import fc from "fast-check";
import { expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { checkDigit, hasValidCheckDigit } from "../../../simulator/population/check-digit.ts";
import {
  FACILITY_COUNT,
  type FacilityKind,
  facilitiesOfKind,
  facilityAt,
  facilityByCode,
  facilityIn,
  type NamedFacility,
  namedFacility,
} from "../../../simulator/population/facility.ts";
import { MUNICIPALITIES, municipality } from "../../../simulator/population/places.ts";

const FEE_TABLE = { clinic: "1", hospital: "1", dental: "3", pharmacy: "4", "home-nursing": "6" } as const;
const NAMES: readonly NamedFacility[] = ["clinic", "hospital", "dental", "pharmacy", "home-nursing"];
const COMPUTED: readonly FacilityKind[] = ["clinic", "hospital", "dental", "pharmacy"];

const checked = (body: string): string => `${body}${checkDigit(body)}`;

test("codes have ten digits of prefecture 99, the fee table of the kind, a check over all nine, and never repeat", () => {
  const sample = Array.from({ length: 23_000 }, (_, index) => facilityAt(index * 10));
  const everybody = [...NAMES.map(namedFacility), ...sample];
  for (const { code, kind } of everybody) {
    expect(code).toMatch(new RegExp(`^99${FEE_TABLE[kind]}\\d{7}$`));
    expect(hasValidCheckDigit(code)).toBe(true);
  }
  expect(new Set(everybody.map(({ code }) => code)).size).toBe(everybody.length);
  expect(new Set(everybody.map(({ phone }) => phone)).size).toBe(everybody.length);
  for (const { phone } of everybody) expect(phone).toMatch(/^0000-\d{3}-\d{4}$/);
});

test("named facilities have the fictitious codes of the reference", () => {
  expect(namedFacility("clinic").code).toBe("9910000018");
  expect(namedFacility("dental").code).toBe("9930000014");
  expect(namedFacility("pharmacy").code).toBe("9940000012");
  expect(namedFacility("home-nursing").code).toBe("9960000017");
});

test("a code leads back to its facility, whichever of them all it is", () => {
  for (const name of NAMES) expect(facilityByCode(namedFacility(name).code)).toBe(namedFacility(name));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: FACILITY_COUNT - 1 }), (index) => {
      const facility = facilityAt(index);
      expect(facilityByCode(facility.code)).toEqual(facility);
    }),
  );
});

test.each([
  ["a wrong check digit", "9910000019"],
  ["another prefecture", "0110113719"],
  ["a serial beyond the last", checked("994999999")],
  ["the gap between clinics and hospitals", checked("991200000")],
  ["a fee table without facilities", checked("997000001")],
  ["nothing", ""],
])("%s is nobody's code", (_, code) => {
  expect(facilityByCode(code)).toBeUndefined();
});

test("every municipality has facilities of every computed kind, and they say where they lie", () => {
  for (const kind of COMPUTED) {
    const { count } = facilitiesOfKind(kind);
    for (const place of [0, 1, 499, MUNICIPALITIES - 1]) {
      for (const nth of [0, 7, Math.trunc(count / MUNICIPALITIES), 1_000_000]) {
        const facility = facilityIn(kind, place, nth);
        expect([facility.kind, facility.municipality]).toEqual([kind, municipality(place)]);
      }
    }
  }
});

test("a facility asks for drugs and check-ups until it switches more on; the named ones have switched on everything", () => {
  expect(facilityAt(5).consentKinds).toEqual(["checkup", "drug"]);
  expect(namedFacility("clinic").consentKinds).toEqual(["checkup", "drug", "care", "surgery"]);
});

test("there are 230,000, and beyond them is misuse", () => {
  expect(FACILITY_COUNT).toBe(230_000);
  expect(facilityAt(FACILITY_COUNT - 1).kind).toBe("pharmacy");
  for (const index of [-1, FACILITY_COUNT, 1.5]) expect(() => facilityAt(index)).toThrow(MisuseError);
});
