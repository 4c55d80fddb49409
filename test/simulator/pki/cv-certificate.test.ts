import { sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import {
  CV_CA_DIGITS,
  CV_CERTIFICATE_VECTORS,
  cvCertificate,
  cvKeyId,
  issueCvCertificate,
  verifyCvCertificate,
} from "../../../simulator/pki/cv-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";

const ca = simulationKey("terminal-cv-ca");
const subjectKey = simulationKey("terminal-cv", 1);
const request = {
  issuerKeyId: cvKeyId(CV_CA_DIGITS.terminal, "001"),
  subjectKeyId: cvKeyId(CV_CA_DIGITS.terminal, "101"),
  subjectKey,
};
const issued = issueCvCertificate(request, ca);

test.each(CV_CERTIFICATE_VECTORS)("vector, both ways: $title", ({ bytes, value }) => {
  expect(cvCertificate.decode(fromHex(bytes))).toEqual(value);
  expect(toHex(cvCertificate.encode(value))).toBe(bytes.replaceAll(" ", ""));
});

describe("an issued CV certificate", () => {
  test("has 568 bytes, the same each time, and its parts read back", () => {
    expect(issued.length).toBe(568);
    expect(issueCvCertificate(request, ca)).toEqual(issued);
    const { issuerKeyId, subjectKeyId, modulus } = cvCertificate.decode(issued);
    expect({ issuerKeyId, subjectKeyId, modulus }).toEqual({
      issuerKeyId: request.issuerKeyId,
      subjectKeyId: request.subjectKeyId,
      modulus: subjectKey.modulus,
    });
  });

  test("is signed over the 297 bytes between offset 10 and 307", () => {
    expect(verify("sha256", issued.subarray(10, 307), ca.publicKey, issued.subarray(312))).toBe(true);
  });

  test("gives the subject's key to whoever knows the CA's key", () => {
    const key = verifyCvCertificate(issued, ca.publicKey);
    expect(key?.equals(subjectKey.publicKey)).toBe(true);
  });

  test("gives nothing under another CA's key", () => {
    expect(verifyCvCertificate(issued, simulationKey("card-surface-cv-ca").publicKey)).toBeUndefined();
  });

  test("gives nothing once a byte is flipped, wherever it stands", () => {
    for (const at of issued.keys()) {
      const bytes = issued.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(verifyCvCertificate(bytes, ca.publicKey)).toBeUndefined();
    }
  });
});

test("bytes of another length or shape are misuse that names the part", () => {
  expect(() => cvCertificate.decode(issued.subarray(1))).toThrow(/length/);
  expect(() => cvCertificate.decode(issued.with(0, 0x7e))).toThrow(/content/);
  expect(() => cvCertificate.decode(issued.with(42, 0x91))).toThrow(/public key/);
  expect(() => cvCertificate.decode(issued.with(307, 0))).toThrow(/signature/);
});

test("garbage gives no key and never throws", () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 600 }), fc.uint8Array({ minLength: 568, maxLength: 568 }));
  fc.assert(fc.property(bytes, (garbage) => verifyCvCertificate(garbage, ca.publicKey) === undefined));
});

test("a signed certificate whose modulus is no RSA-2048 modulus gives no key", () => {
  const weak = cvCertificate.encode({ ...cvCertificate.decode(issued), modulus: new Uint8Array(256) });
  weak.set(sign("sha256", weak.subarray(10, 307), ca.privateKey), 312);
  expect(verifyCvCertificate(weak, ca.publicKey)).toBeUndefined();
});

test("key ids outside our own digits cannot be made", () => {
  expect(toHex(cvKeyId("9990023", "001"))).toBe("39393930303233080530303130303030");
  for (const digits of ["5000023", "6000023", "999002", "99900233"]) {
    expect(() => cvKeyId(digits, "001")).toThrow(MisuseError);
  }
  expect(() => cvKeyId("9990023", "1")).toThrow(/number/);
});
