import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOn, type CivilDate, civilDate } from "../../../simulator/kernel/civil-time.ts";
import {
  CARD_END_VECTORS,
  cardEnd,
  USER_CERTIFICATE_END_VECTORS,
  userCertificateEnd,
} from "../../../simulator/pki/certificate-end.ts";

const day = fc
  .date({ min: new Date("1930-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((at) => civilDate(at.toISOString().slice(0, 10)));
const bornAndIssued = fc.tuple(day, day).map(([a, b]) => (a <= b ? ([a, b] as const) : ([b, a] as const)));
/** yyyymmdd as a number: a year is 10,000. */
const distance = (from: CivilDate, to: CivilDate): number => Number(to) - Number(from);

describe("a certificate of the card ends on the 5th birthday, or sooner", () => {
  test.each(USER_CERTIFICATE_END_VECTORS)("$title: born $birthdate, issued $issuedOn", (row) => {
    expect(userCertificateEnd(row.issuedOn, row.birthdate, row.ends)).toBe(row.end);
  });

  test("always lies more than four years and at most five after issue", () => {
    fc.assert(
      fc.property(bornAndIssued, ([born, issued]) => {
        const years = distance(issued, userCertificateEnd(issued, born));
        return years > 40_000 && years <= 50_000;
      }),
    );
  });

  test("never outlives the card or the stay, and never begins after its end", () => {
    fc.assert(
      fc.property(bornAndIssued, fc.nat(12), fc.nat(12), ([born, issued], cardYears, stayYears) => {
        const later = (years: number): CivilDate => `${Number(issued.slice(0, 4)) + years}0301` as CivilDate;
        const ends = { cardEnd: later(1 + cardYears), stayEnd: later(1 + stayYears) };
        const end = userCertificateEnd(issued, born, ends);
        return end <= ends.cardEnd && end <= ends.stayEnd && end >= issued;
      }),
    );
  });

  test("cannot be computed for a person who is not yet born, nor for a card or a stay that is over", () => {
    const [issued, born] = [civilDate("2026-05-19"), civilDate("1990-05-20")];
    expect(() => userCertificateEnd(issued, civilDate("2026-05-20"))).toThrow(/issuedOn/);
    expect(() => userCertificateEnd(issued, born, { cardEnd: civilDate("2026-05-18") })).toThrow(/cardEnd/);
    expect(() => userCertificateEnd(issued, born, { stayEnd: civilDate("2026-05-18") })).toThrow(/stayEnd/);
  });
});

describe("a card ends on the 10th birthday, a minor's on the 5th", () => {
  test.each(CARD_END_VECTORS)("$title: born $birthdate, issued $issuedOn", (row) => {
    expect(cardEnd(row.issuedOn, row.birthdate, row.ends)).toBe(row.end);
  });

  test("a certificate issued with the card never outlives it", () => {
    fc.assert(
      fc.property(bornAndIssued, ([born, issued]) => userCertificateEnd(issued, born) <= cardEnd(issued, born)),
    );
  });

  test("an adult's lasts more than nine and at most ten years, whoever was under age has at most five", () => {
    fc.assert(
      fc.property(bornAndIssued, ([born, issued]) => {
        const years = distance(issued, cardEnd(issued, born));
        const age = ageOn(born, issued);
        if (age >= 20) return years > 90_000 && years <= 100_000;
        return age >= 18 || years <= 50_000;
      }),
    );
  });
});
