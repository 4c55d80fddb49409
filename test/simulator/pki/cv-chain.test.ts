import { describe, expect, test } from "vitest";
import { ascii, concat, fromHex, latin1, toHex } from "../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import {
  CV_CA_DIGITS,
  cvCertificate,
  cvKeyId,
  issueCvCertificate,
  verifyCvCertificate,
} from "../../../simulator/pki/cv-certificate.ts";
import { type CvChainKind, cvChain } from "../../../simulator/pki/cv-chain.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";

const KINDS = Object.keys(CV_CA_DIGITS) as readonly CvChainKind[];

describe.each(KINDS)("the chain of the %s", (kind) => {
  const chain = cvChain(kind);

  test("gives the subject's key to whoever has this CA's key, and nothing to whoever has another's", () => {
    expect(verifyCvCertificate(chain.certificate, chain.ca.publicKey)?.equals(chain.subject.publicKey)).toBe(true);
    for (const other of KINDS.filter((candidate) => candidate !== kind)) {
      expect(verifyCvCertificate(chain.certificate, cvChain(other).ca.publicKey)).toBeUndefined();
    }
  });

  test("names CA and subject by ids of our own digits", () => {
    const { issuerKeyId, subjectKeyId, modulus } = cvCertificate.decode(chain.certificate);
    expect(chain.certificate.length).toBe(568);
    expect({ issuerKeyId, subjectKeyId, modulus }).toEqual({
      issuerKeyId: chain.caKeyId,
      subjectKeyId: chain.subjectKeyId,
      modulus: chain.subject.modulus,
    });
    const digits = toHex(ascii(CV_CA_DIGITS[kind]));
    expect(digits).toMatch(/^393939/);
    expect(toHex(chain.caKeyId)).toBe(`${digits}080530303130303030`);
    expect(toHex(chain.subjectKeyId)).toBe(`${digits}080530303230303030`);
  });

  test("is made once, and the same for all holders of one key", () => {
    expect(cvChain(kind)).toBe(chain);
    expect(cvChain(kind, 1_000_000_000).certificate.length).toBe(568);
  });
});

test("the four CAs are 9990020, 9990023, 9990033 and our own 9990092", () => {
  expect(KINDS.map((kind) => latin1(cvChain(kind).caKeyId.subarray(0, 7)))).toEqual([
    "9990020",
    "9990023",
    "9990033",
    "9990092",
  ]);
});

test("two terminals have two keys, two ids and two certificates under one CA", () => {
  const [first, second] = [cvChain("terminal"), cvChain("terminal", 1)];
  expect(second.subject).toBe(simulationKey("terminal-cv", 1));
  expect(second.ca).toBe(first.ca);
  expect(latin1(second.subjectKeyId)).toContain("003");
  expect(second.certificate).not.toEqual(first.certificate);
  expect(cvChain("terminal", 2)).toBe(first);
});

test("nothing is signed under the digits of the real or the test hierarchy, as CA or as subject", () => {
  const [key, ours] = [simulationKey("text-signer"), cvKeyId(CV_CA_DIGITS.text, "001")];
  for (const digits of ["5000020", "5000023", "5000033", "6000020", "6000023", "6000033", "0000000"]) {
    const foreign = concat(ascii(digits), fromHex("0805 303031 30303030"));
    for (const [field, ids] of [
      ["issuerKeyId", { issuerKeyId: foreign, subjectKeyId: ours }],
      ["subjectKeyId", { issuerKeyId: ours, subjectKeyId: foreign }],
    ] as const) {
      const issue = (): unknown => issueCvCertificate({ ...ids, subjectKey: key }, simulationKey("text-cv-ca"));
      expect(issue).toThrow(MisuseError);
      expect(issue).toThrow(field);
    }
    expect(() => cvKeyId(digits, "001")).toThrow(MisuseError);
  }
});
