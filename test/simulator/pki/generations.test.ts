import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CivilDate, civilDate, lastSecondMs, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { issueUserCertificate } from "../../../simulator/pki/authority.ts";
import { isIssuedBy } from "../../../simulator/pki/certificate.ts";
import { userCertificateEnd } from "../../../simulator/pki/certificate-end.ts";
import {
  authorityGenerations,
  authorityOf,
  generationOn,
  type RenewedAuthorityKind,
} from "../../../simulator/pki/generations.ts";
import { revocationList } from "../../../simulator/pki/revocation.ts";
import { SIMULATION_KEY_DATA } from "../../../simulator/pki/simulation-key-data.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { validateUserCertificate } from "../../../simulator/pki/validation.ts";
import { attributesOf, parse } from "./x509.ts";

const KINDS: readonly RenewedAuthorityKind[] = ["user-authentication", "signature"];
const today = civilDate("2026-02-10");
const day = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2120-12-31"), noInvalidDate: true })
  .map((at) => civilDate(at.toISOString().slice(0, 10)));

const userIssuedOn = (issuedOn: CivilDate) =>
  issueUserCertificate(authorityOf("user-authentication", issuedOn), {
    serial: "1A2B3C4D",
    notBeforeMs: midnightMs(issuedOn),
    notAfterMs: lastSecondMs(userCertificateEnd(issuedOn, civilDate("1960-03-04"))),
    commonName: "202404010123456789SIM",
    publicKey: simulationKey("card-authentication").publicKey,
  });

describe("the generation that issues", () => {
  test.each([
    { on: "2015-10-20", number: 1, from: "2015-10-20", lastDay: "2025-10-19", why: "the first begins" },
    { on: "2019-09-13", number: 1, from: "2015-10-20", lastDay: "2025-10-19", why: "its last day of issuing" },
    { on: "2019-09-14", number: 2, from: "2019-09-14", lastDay: "2029-09-14", why: "the second begins" },
    { on: "2023-07-15", number: 2, from: "2019-09-14", lastDay: "2029-09-14", why: "its last day of issuing" },
    { on: "2023-07-16", number: 3, from: "2023-07-16", lastDay: "2033-07-15", why: "the third begins" },
    { on: "2027-07-15", number: 3, from: "2023-07-16", lastDay: "2033-07-15", why: "four years later (ours)" },
    { on: "2027-07-16", number: 4, from: "2027-07-16", lastDay: "2037-07-15", why: "a fourth (ours)" },
    { on: "2037-02-10", number: 6, from: "2035-07-16", lastDay: "2045-07-15", why: "a policy date far ahead (ours)" },
    { on: "2015-10-19", number: 0, from: "2011-10-20", lastDay: "2021-10-19", why: "the day before the first (ours)" },
    { on: "2011-10-20", number: 0, from: "2011-10-20", lastDay: "2021-10-19", why: "one step before (ours)" },
    { on: "2011-10-19", number: -1, from: "2007-10-20", lastDay: "2017-10-19", why: "two steps before (ours)" },
  ])("on $on is number $number: $why", ({ on, number, from, lastDay }) => {
    expect(generationOn(civilDate(on))).toEqual({ number, from: civilDate(from), lastDay: civilDate(lastDay) });
  });

  test("exists on every day, has begun, and outlives by far what it issues", () => {
    fc.assert(
      fc.property(day, (issuedOn) => {
        const { from, lastDay } = generationOn(issuedOn);
        const end = userCertificateEnd(issuedOn, issuedOn);
        return from <= issuedOn && addDays(end, 180) < lastDay;
      }),
    );
  });

  test("is known from 1970 to 9979, and for days outside is misuse that names the field", () => {
    for (const on of ["1970-01-01", "9979-12-31"]) {
      for (const { certificate } of authorityGenerations("signature", civilDate(on))) {
        expect(certificate.notBeforeMs).toBeLessThanOrEqual(midnightMs(civilDate(on)));
      }
    }
    for (const on of ["1969-12-31", "9980-01-01"]) {
      expect(() => authorityOf("signature", civilDate(on))).toThrow(MisuseError);
      expect(() => authorityOf("signature", civilDate(on))).toThrow(/^issuedOn/);
    }
  });
});

describe.each(KINDS)("the generations of the %s CA", (kind) => {
  const generations = authorityGenerations(kind, today);

  test("are the three published ones, oldest first, each self-signed for its period", () => {
    expect(generations.map(({ certificate: { notBeforeMs, notAfterMs } }) => [notBeforeMs, notAfterMs])).toEqual(
      [
        ["2015-10-20", "2025-10-19"],
        ["2019-09-14", "2029-09-14"],
        ["2023-07-16", "2033-07-15"],
      ].map(([from = "", to = ""]) => [midnightMs(civilDate(from)), lastSecondMs(civilDate(to))]),
    );
    for (const { certificate } of generations) expect(isIssuedBy(certificate, certificate)).toBe(true);
  });

  test("have one name, three keys and three serials", () => {
    const names = generations.map(({ certificate }) => attributesOf(parse(certificate).subject).join());
    expect(new Set(names).size).toBe(1);
    expect(new Set(generations.map(({ key }) => key.name)).size).toBe(3);
    expect(new Set(generations.map(({ certificate }) => certificate.serial)).size).toBe(3);
    for (const { certificate, key } of generations) expect(certificate.publicKey.equals(key.publicKey)).toBe(true);
  });

  test("use every key that is checked in for them", () => {
    const role = `${kind}-ca` as const;
    expect(generations.map(({ key }) => key)).toEqual(
      SIMULATION_KEY_DATA[role].map((_, index) => simulationKey(role, index)),
    );
  });

  test("never share a key while both are valid", () => {
    const all = Array.from({ length: 12 }, (_, index) => authorityOf(kind, civilDate(`${2000 + 4 * index}-01-01`)));
    for (const a of all) {
      for (const b of all.filter((other) => other !== a && other.key === a.key)) {
        const apart =
          a.certificate.notAfterMs < b.certificate.notBeforeMs || b.certificate.notAfterMs < a.certificate.notBeforeMs;
        expect(apart).toBe(true);
      }
    }
  });

  test("are made once", () => {
    expect(authorityOf(kind, today)).toBe(generations[2]);
    expect(authorityOf(kind, civilDate("2020-01-01"))).toBe(generations[1]);
  });
});

describe("a user certificate", () => {
  test.each([
    { issuedOn: "2018-05-01", generation: 0 },
    { issuedOn: "2021-05-01", generation: 1 },
    { issuedOn: "2025-05-01", generation: 2 },
  ])("issued on $issuedOn is signed by that day's key and by no other, though the names are one", (row) => {
    const certificate = userIssuedOn(civilDate(row.issuedOn));
    const issuers = authorityGenerations("user-authentication", today).map((ca) =>
      isIssuedBy(certificate, ca.certificate),
    );
    expect(issuers).toEqual([0, 1, 2].map((index) => index === row.generation));
  });

  test("of any day is genuine to whoever tries the keys of any later day, and to nobody with the signature CA's", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [issuedOn, on] = a <= b ? [a, b] : [b, a];
        const certificate = userIssuedOn(issuedOn);
        const tried = (kind: RenewedAuthorityKind): boolean =>
          authorityGenerations(kind, on).some((ca) => isIssuedBy(certificate, ca.certificate));
        return tried("user-authentication") && !tried("signature");
      }),
      { numRuns: 30 },
    );
  });

  test("of an older generation is valid to the centre, which is given all of them", () => {
    const certificate = userIssuedOn(civilDate("2022-05-01"));
    const standing = (generations: readonly { readonly certificate: typeof certificate }[]) =>
      validateUserCertificate(
        certificate,
        generations.map((ca) => ca.certificate),
        revocationList([]),
        midnightMs(today),
        { graceMonths: 3, ends: "end-of-month" },
      );
    expect(standing(authorityGenerations("user-authentication", today))).toBe("valid");
    expect(standing([authorityOf("user-authentication", today)])).toBe("untrusted");
  });
});
