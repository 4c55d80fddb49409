import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { checkDigit, hasValidCheckDigit } from "../../../simulator/population/check-digit.ts";
import { homeAddress, homeBehind } from "../../../simulator/population/home-address.ts";
import { insurerName, insurerNumber } from "../../../simulator/population/insurer.ts";
import { aidSince } from "../../../simulator/population/issued-aid.ts";
import { municipalityAt } from "../../../simulator/population/municipality.ts";
import { MUNICIPALITIES, municipalityIndex } from "../../../simulator/population/places.ts";
import {
  payerBehind,
  payerNumber,
  recipientNumber,
  seatBehind,
} from "../../../simulator/population/recipient-number.ts";

const all = Array.from({ length: MUNICIPALITIES }, (_, index) => municipalityAt(1, index));

test("no two municipalities share a name, a code or a payer number, and all are of prefecture 99", () => {
  for (const unique of [
    all.map(({ name }) => name.ja),
    all.map(({ code }) => code),
    all.map(({ welfareOffice }) => welfareOffice.payerNumber),
    all.map(({ welfareOffice }) => welfareOffice.name),
  ])
    expect(new Set(unique).size).toBe(MUNICIPALITIES);
  for (const { code, welfareOffice } of all) {
    expect(code).toMatch(/^99\d{4}$/);
    expect(welfareOffice.payerNumber).toMatch(/^1299\d{4}$/);
    expect(hasValidCheckDigit(welfareOffice.payerNumber)).toBe(true);
  }
});

test("the code of a municipality ends in the check digit of real codes", () => {
  const digitOf = (code: string): string => {
    const sum = [...code.slice(0, 5)].reduce((total, digit, place) => total + Number(digit) * (6 - place), 0);
    return String((11 - (sum % 11)) % 10);
  };
  expect(digitOf("011002")).toBe("2"); // a real and published code
  expect(digitOf("131016")).toBe("6");
  for (const { code } of all) expect(digitOf(code)).toBe(code.slice(5));
});

test("a municipality is the insurer of its national insurance, and its name leads back to it", () => {
  for (const [index, { name, address }] of all.entries()) {
    expect(insurerName({ law: "national", rank: index })).toBe(`架空県${name.ja}`);
    expect(insurerNumber({ law: "national", rank: index }).slice(4, 7)).toBe(String(index + 1).padStart(3, "0"));
    expect(municipalityIndex(name.ja)).toBe(index);
    expect(address.startsWith(`架空県${name.ja}`)).toBe(true);
  }
});

test("one in ten takes part in PMH, and offices register tickets on different days", () => {
  const joined = all.filter(({ joinedPmh }) => joinedPmh).length;
  expect(joined).toBeGreaterThan(60);
  expect(joined).toBeLessThan(150);
  expect(new Set(all.map(({ welfareOffice }) => welfareOffice.registersOn)).size).toBe(3);
});

test("an address leads back to its home, and no two homes of a municipality share one", () => {
  const homes = fc.record({
    municipality: fc.integer({ min: 0, max: MUNICIPALITIES - 1 }),
    plot: fc.integer({ min: 0, max: 200_000 }),
  });
  fc.assert(
    fc.property(homes, (home) => {
      expect(homeBehind(homeAddress(home).address)).toEqual(home);
    }),
  );
  const street = Array.from({ length: 200_000 }, (_, plot) => homeAddress({ municipality: 3, plot }).address);
  expect(new Set(street).size).toBe(street.length);
});

test.each([
  ["another prefecture", "実在県青浪市青浪１丁目１番１号"],
  ["no such municipality", "架空県無名市青浪１丁目１番１号"],
  ["no such town", "架空県青浪市無名１丁目１番１号"],
  ["half-width digits", "架空県青浪市青浪1丁目1番1号"],
  ["a house beyond the last", "架空県青浪市青浪１丁目１番２１号"],
  ["a zero in front", "架空県青浪市青浪０１丁目１番１号"],
  ["nothing", ""],
])("%s is the address of no home", (_, address) => {
  expect(homeBehind(address)).toBeUndefined();
});

test("payer numbers are those of the reference and lead back to scheme and municipality", () => {
  for (const number of ["12990016", "15990013", "81990012", "88990015", "89990014"])
    expect(payerNumber(number.slice(0, 2), 0)).toBe(number);
  for (const number of ["54996012", "21996012", "52996014"]) expect(payerNumber(number.slice(0, 2), 600)).toBe(number);
  for (const place of [0, 600, 998])
    expect(payerBehind(payerNumber("54", place))).toEqual({ law: "54", municipality: place });
});

test.each(["12990017", "12130013", "1299001", "12990000", "        ", ""])("%j is no payer of ours", (number) => {
  expect(payerBehind(number)).toBeUndefined();
});

test("recipient numbers lead back to home and member, national ones with six digits and a check digit", () => {
  const seats = fc.record({
    home: fc.record({ municipality: fc.constant(5), plot: fc.integer({ min: 0, max: 200_000 }) }),
    position: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(seats, (seat) => {
      const national = recipientNumber(seat, false);
      expect(national).toMatch(/^\d{7}$/);
      expect(hasValidCheckDigit(national)).toBe(true);
      expect(national < "9000000").toBe(true);
      expect(seatBehind(5, national)).toEqual(seat);
      expect(recipientNumber(seat, true)).toMatch(/^\d{8}$/);
      expect(seatBehind(5, recipientNumber(seat, true))).toEqual(seat);
    }),
  );
});

test.each(["0000017", "0000000", "00000000", "123456", "ab", ""])("%j is no recipient number", (number) => {
  expect(seatBehind(0, number)).toBeUndefined();
  expect(checkDigit("000000")).toBe("0");
});

test("an index outside the master is misuse", () => {
  for (const index of [-1, MUNICIPALITIES, 0.5]) expect(() => municipalityAt(1, index)).toThrow(MisuseError);
});

test("the welfare office of the personas is the one the master has under its payer number", () => {
  const { payerNumber, officeName } = aidSince(civilDate("2026-02-10"), { serial: 900_001, use: "01", tickets: [] });
  const payer = payerBehind(payerNumber) ?? expect.unreachable("no payer of ours");
  expect(municipalityAt(1, payer.municipality).welfareOffice).toMatchObject({
    name: officeName,
    payerNumber: "12990016",
  });
});
