import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkDigit,
  checkDigitVectors,
  hasValidCheckDigit,
  isPersonalNumber,
  personalNumberCheckDigit,
  personalNumberVectors,
} from "../../../simulator/population/check-digit.ts";

test.each(checkDigitVectors)("$digits is judged as the reference judges it: $title", ({ digits, valid }) => {
  expect(hasValidCheckDigit(digits)).toBe(valid);
});

test.each(personalNumberVectors)("personal number, $title", ({ digits, valid }) => {
  expect(isPersonalNumber(digits)).toBe(valid);
});

const body = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

test("a number with its check digit is valid, with any other digit it is not", () => {
  fc.assert(
    fc.property(body(7), (digits) => {
      const right = checkDigit(digits);
      for (let digit = 0; digit < 10; digit++) {
        expect(hasValidCheckDigit(`${digits}${digit}`)).toBe(String(digit) === right);
      }
    }),
  );
});

test("the digit misses the swap of neighbouring 0 and 9 and no other swap", () => {
  fc.assert(
    fc.property(body(9), fc.integer({ min: 0, max: 7 }), (digits, place) => {
      const [a = "", b = ""] = digits.slice(place, place + 2);
      const swapped = `${digits.slice(0, place)}${b}${a}${digits.slice(place + 2)}`;
      const unnoticed = a === b || `${a}${b}` === "09" || `${a}${b}` === "90";
      expect(checkDigit(swapped) === checkDigit(digits)).toBe(unnoticed);
    }),
  );
});

test("a personal number with its check digit is recognised", () => {
  fc.assert(
    fc.property(body(11), (digits) => {
      expect(isPersonalNumber(`${digits}${personalNumberCheckDigit(digits)}`)).toBe(true);
    }),
  );
});
