import { expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { hasValidCheckDigit } from "../../../simulator/population/check-digit.ts";
import { INSURER_COUNT, insurerAt, insurerByNumber } from "../../../simulator/population/insurer.ts";

const all = Array.from({ length: INSURER_COUNT }, (_, index) => insurerAt(1, index));

test("every insurer number is as the wire writes it, of prefecture 99, and ends in its check digit", () => {
  for (const { law, number } of all) {
    expect(number).toMatch(law === "national" ? /^ {2}99\d{4}$/ : /^(?:01|06|3[1-4]|39)99\d{4}$/);
    expect(hasValidCheckDigit(number.trim())).toBe(true);
  }
});

test("no two insurers share a number or a name, and a number leads back to its insurer", () => {
  expect(new Set(all.map(({ number }) => number)).size).toBe(INSURER_COUNT);
  expect(new Set(all.map(({ name }) => name)).size).toBe(INSURER_COUNT);
  for (const insurer of all) expect(insurerByNumber(1, insurer.number)).toEqual(insurer);
});

test("the fictitious numbers of the reference are among them", () => {
  for (const number of ["01990019", "06990014", "39990015", "  990010"]) {
    expect(insurerByNumber(1, number)?.number).toBe(number);
  }
});

test("names and addresses are full-width", () => {
  for (const { name, address } of all) expect(`${name}${address}`).not.toMatch(/[ -~\uff61-\uff9f]/);
});

test.each(["990010", "00990010", "01990018", "06130488", "01990000", "", "12990016"])(
  "%j is nobody's number",
  (number) => {
    expect(insurerByNumber(1, number)).toBeUndefined();
  },
);

test("an index outside the master is misuse", () => {
  for (const index of [-1, INSURER_COUNT, 0.5]) expect(() => insurerAt(1, index)).toThrow(MisuseError);
});
