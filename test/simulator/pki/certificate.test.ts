import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { concat } from "../../../simulator/kernel/bytes.ts";
import { civilDate, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { createAuthority, issueUserCertificate } from "../../../simulator/pki/authority.ts";
import { isIssuedBy, readCertificate } from "../../../simulator/pki/certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";

const authority = createAuthority("user-authentication", civilDate("2023-07-16"));
const certificate = issueUserCertificate(authority, {
  serial: "1A2B3C4D",
  notBeforeMs: midnightMs(civilDate("2024-04-01")),
  notAfterMs: midnightMs(civilDate("2028-11-03")),
  commonName: "202404010123456789SIM",
  publicKey: simulationKey("card-authentication").publicKey,
});

test("a file padded with FF holds the certificate without the padding", () => {
  const padded = concat(certificate.der, new Uint8Array(2048 - certificate.der.length).fill(0xff));
  const read = readCertificate(padded);
  expect(read?.der).toEqual(certificate.der);
  expect(read?.serial).toBe("1A2B3C4D");
});

test("the value keeps its bytes when the file is overwritten", () => {
  const file = certificate.der.slice();
  const read = readCertificate(file);
  file.fill(0);
  expect(read?.der).toEqual(certificate.der);
});

test("a certificate cut anywhere is no certificate", () => {
  for (let length = 0; length < certificate.der.length; length++) {
    expect(readCertificate(certificate.der.subarray(0, length))).toBeUndefined();
  }
});

test("an empty card file, PEM text and headers without an end are no certificates", () => {
  for (const bytes of [
    [],
    new Array(2048).fill(0xff),
    [0x30],
    [0x30, 0x80, 0, 0],
    [0x30, 0x84, 0, 0, 0, 1, 5],
    [0x30, 0x82, 1],
  ]) {
    expect(readCertificate(Uint8Array.from(bytes))).toBeUndefined();
  }
  expect(readCertificate(Buffer.from("-----BEGIN CERTIFICATE-----"))).toBeUndefined();
});

test("garbage is never read and never throws", () => {
  const garbage = fc.uint8Array({ maxLength: 400 }).map((bytes) => concat(Uint8Array.of(0x30, 0x81, 0x80), bytes));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 64 }), garbage), (bytes) => readCertificate(bytes) === undefined),
  );
});

test("a flipped byte never passes for the same certificate and never throws", () => {
  const place = fc.nat(certificate.der.length - 1);
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = certificate.der.map((byte, index) => (index === at ? byte ^ flip : byte));
      const read = readCertificate(bytes);
      return read === undefined || !isIssuedBy(read, authority.certificate);
    }),
    { numRuns: 500 },
  );
});

test("whether a CA issued a certificate is decided by the key, not by the name", () => {
  const laterGeneration = createAuthority("user-authentication", civilDate("2024-01-01"));
  const sameShapeOtherKey = createAuthority("signature", civilDate("2023-07-16"));
  expect(isIssuedBy(certificate, authority.certificate)).toBe(true);
  expect(isIssuedBy(certificate, laterGeneration.certificate)).toBe(true);
  expect(isIssuedBy(certificate, sameShapeOtherKey.certificate)).toBe(false);
});

test("a CA with a key of another kind has not issued it", () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  expect(isIssuedBy(certificate, { ...authority.certificate, publicKey })).toBe(false);
});
