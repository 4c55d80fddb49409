import { X509Certificate } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import * as asn from "@peculiar/asn1-x509";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, toHex } from "../../../simulator/kernel/bytes.ts";
import { type CivilDate, civilDate, lastSecondMs, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { issueUserCertificate } from "../../../simulator/pki/authority.ts";
import { isIssuedBy } from "../../../simulator/pki/certificate.ts";
import { attributesIn } from "../../../simulator/pki/extensions.ts";
import { authorityOf } from "../../../simulator/pki/generations.ts";
import { issueSignatureCertificate, readSignatureHolder } from "../../../simulator/pki/signature-certificate.ts";
import {
  holderFrom,
  SIGNATURE_HOLDER_VECTORS,
  type SignatureAttribute,
  type SignatureHolder,
  signatureAttributes,
} from "../../../simulator/pki/signature-holder.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { attributesOf, extensionIds, extensionOf, parse } from "./x509.ts";

const issuedOn = civilDate("2024-04-01");
const authority = authorityOf("signature", issuedOn);
const holder: SignatureHolder = {
  name: "模擬　太郎",
  birthdate: civilDate("1990-01-01"),
  sex: "1",
  address: "架空県青浪市月灯１丁目２番３号",
  substituteName: "00010",
};
const request = {
  serial: "2B3C4D5E",
  notBeforeMs: midnightMs(issuedOn),
  notAfterMs: lastSecondMs(civilDate("2029-01-01")),
  commonName: "2024040101234567890123456789A",
  locality: "青浪市",
  publicKey: simulationKey("card-signature", 3).publicKey,
  holder,
};
const certificate = issueSignatureCertificate(authority, request);
const ARC = "1.2.392.200149.8.5.5";

/** Any holder the certificate can write. */
const text = fc
  .string({ minLength: 1, maxLength: 200, unit: "binary" })
  .filter((value) => value.isWellFormed() && !/\p{Cc}/u.test(value) && Array.from(value).length <= 200);
const day = fc
  .date({ min: new Date("1868-10-23"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((at): CivilDate => civilDate(at.toISOString().slice(0, 10)));
const anyHolder = fc.record({
  name: text,
  address: text,
  birthdate: day,
  sex: fc.constantFrom("1" as const, "2" as const, "3" as const),
});

describe("a signing certificate", () => {
  test("is read by node and verified by the signature CA's key, not by the user CA's", () => {
    expect(new X509Certificate(certificate.der).verify(authority.key.publicKey)).toBe(true);
    expect(new X509Certificate(certificate.der).ca).toBe(false);
    expect(isIssuedBy(certificate, authority.certificate)).toBe(true);
    expect(isIssuedBy(certificate, authorityOf("user-authentication", issuedOn).certificate)).toBe(false);
  });

  test("names country, municipality and a serial string, in this order, and holds the ordered key and period", () => {
    expect(attributesOf(parse(certificate).subject)).toEqual(["C=JP", "L=青浪市", "CN=2024040101234567890123456789A"]);
    expect(attributesOf(parse(certificate).issuer)).toEqual(attributesOf(parse(authority.certificate).subject));
    expect(certificate.publicKey.equals(request.publicKey)).toBe(true);
    expect(certificate).toMatchObject({
      serial: "2B3C4D5E",
      notBeforeMs: request.notBeforeMs,
      notAfterMs: request.notAfterMs,
      subjectCommonName: request.commonName,
    });
  });

  test("writes a municipality in Roman letters as PrintableString and in Japanese as UTF8String", () => {
    const tagOf = (locality: string): number | undefined => {
      const der = issueSignatureCertificate(authority, { ...request, locality }).der;
      const at = Buffer.from(der).indexOf(Buffer.from("0603550407", "hex")); // OID 2.5.4.7
      return der[at + 5];
    };
    expect(tagOf("Aonami-shi")).toBe(0x13);
    expect(tagOf("青浪市")).toBe(0x0c);
  });

  test("has digitalSignature and nonRepudiation as its, critical, key usage", () => {
    const { critical, extnValue } = extensionOf(certificate, asn.id_ce_keyUsage);
    expect(critical).toBe(true);
    expect(toHex(new Uint8Array(extnValue.buffer))).toBe("030206C0");
  });

  test("names the signing policy, critical, with a CPS address that leads nowhere", () => {
    const { critical, extnValue } = extensionOf(certificate, asn.id_ce_certificatePolicies);
    const [policy] = AsnConvert.parse(extnValue.buffer, asn.CertificatePolicies);
    const [cps] = policy?.policyQualifiers ?? [];
    expect(critical).toBe(true);
    expect(policy?.policyIdentifier).toBe("1.2.392.200149.8.5.1.1.20");
    expect(AsnConvert.parse(cps?.qualifier ?? new ArrayBuffer(0), asn.Qualifier).cPSuri).toBe(
      "http://cps.sim.invalid/signature",
    );
  });

  test("names its issuer in Japanese, labelled as a simulation", () => {
    const { extnValue } = extensionOf(certificate, asn.id_ce_issuerAltName);
    const [name] = AsnConvert.parse(extnValue.buffer, asn.IssueAlternativeName);
    expect(attributesOf(name?.directoryName ?? new asn.Name())).toEqual([
      "C=JP",
      "O=模擬 公的個人認証サービス SIMULATION",
    ]);
  });

  test("carries these extensions and no other", () => {
    expect(extensionIds(certificate)).toEqual(
      [
        asn.id_ce_authorityKeyIdentifier,
        asn.id_ce_subjectKeyIdentifier,
        asn.id_ce_cRLDistributionPoints,
        asn.id_ce_keyUsage,
        asn.id_ce_certificatePolicies,
        asn.id_ce_issuerAltName,
        asn.id_ce_subjectAltName,
        asn.id_pe_authorityInfoAccess,
      ].sort(),
    );
  });

  test("holds the six attributes as otherNames with a UTF8String, in the order .1 .4 .3 .5 .2 .6", () => {
    const { critical, extnValue } = extensionOf(certificate, asn.id_ce_subjectAltName);
    const names = AsnConvert.parse(extnValue.buffer, asn.SubjectAlternativeName);
    expect(critical).toBe(false);
    expect(names.map(({ otherName }) => otherName?.typeId)).toEqual([1, 4, 3, 5, 2, 6].map((last) => `${ARC}.${last}`));
    const values = names.map(({ otherName }) => Buffer.from(otherName?.value ?? new ArrayBuffer(0)));
    for (const value of values) expect(value[0]).toBe(0x0c);
    expect(values.map((value) => value.subarray(2).toString("utf8"))).toEqual([
      "模擬　太郎",
      "419900101",
      "1",
      "架空県青浪市月灯１丁目２番３号",
      "00010",
      "0".repeat(15),
    ]);
  });

  test("has the wire form of an otherName: [0] { OID, [0] explicit { UTF8String } }", () => {
    expect(toHex(certificate.der)).toContain("A011 060A 2A83088C9B5508050503 A003 0C0131".replaceAll(" ", "")); // .3 is 1
  });

  test("comes out the same byte for byte from the same order", () => {
    expect(issueSignatureCertificate(authority, request).der).toEqual(certificate.der);
    expect(issueSignatureCertificate(authority, { ...request, holder: { ...holder, sex: "2" } }).der).not.toEqual(
      certificate.der,
    );
  });

  test("fits a card file of 2,048 bytes with a long name and address", () => {
    const long = { ...holder, name: "模".repeat(40), substituteName: "0".repeat(40), address: "架".repeat(100) };
    expect(certificate.der.length).toBeLessThan(1_600);
    expect(issueSignatureCertificate(authority, { ...request, holder: long }).der.length).toBeLessThan(2_048);
  });

  test("is refused, with the name of the field and without its text, when something cannot be written", () => {
    const wrong: readonly (readonly [string, Partial<typeof request>])[] = [
      ["L", { locality: "" }],
      ["L", { locality: "市".repeat(65) }],
      ["CN", { commonName: "A\nCN=B" }],
      ["name", { holder: { ...holder, name: "" } }],
      ["name", { holder: { ...holder, name: "模擬\u0000太郎", substituteName: "00000" } }],
      ["name", { holder: { ...holder, name: "模擬　\ud842", substituteName: "0000" } }],
      ["address", { holder: { ...holder, address: "架".repeat(201) } }],
      ["address", { holder: { ...holder, address: "" } }],
      ["substituteName", { holder: { ...holder, substituteName: "0000" } }],
      ["substituteName", { holder: { ...holder, substituteName: "00020" } }],
      ["substituteAddress", { holder: { ...holder, substituteAddress: "1" } }],
    ];
    for (const [field, change] of wrong) {
      const issue = (): unknown => issueSignatureCertificate(authority, { ...request, ...change });
      expect(issue).toThrow(MisuseError);
      expect(issue).toThrow(new RegExp(`^${field}: [^模架]*$`));
    }
    expect(
      readSignatureHolder(
        issueSignatureCertificate(authority, {
          ...request,
          holder: { ...holder, address: "架".repeat(200) },
        }).der,
      )?.address,
    ).toHaveLength(200);
  });
});

describe("the holder", () => {
  test.each(SIGNATURE_HOLDER_VECTORS)("vector, both ways: $title", ({ holder: written, texts }) => {
    const attributes = signatureAttributes(written);
    expect(attributes.map(([, value]) => value)).toEqual(texts);
    expect(holderFrom(attributes)).toMatchObject(written);
  });

  test("comes back whole out of the certificate, and out of a padded file", () => {
    const whole = { ...holder, substituteAddress: "0".repeat(15) };
    expect(readSignatureHolder(certificate.der)).toEqual(whole);
    expect(readSignatureHolder(concat(certificate.der, new Uint8Array(400).fill(0xff)))).toEqual(whole);
  });

  test("comes back whatever it is", () => {
    fc.assert(
      fc.property(anyHolder, (any) => {
        const back = readSignatureHolder(issueSignatureCertificate(authority, { ...request, holder: any }).der);
        expect(back).toMatchObject(any);
      }),
      { numRuns: 50 },
    );
  });

  test("is found in any order and beside attributes nobody knows here", () => {
    const furigana: SignatureAttribute = [`${ARC}.9`, "モギ　タロウ"];
    expect(holderFrom([furigana, ...signatureAttributes(holder)].reverse())).toMatchObject(holder);
  });

  test("may have an era digit that says unknown", () => {
    const replaced = signatureAttributes(holder).map(
      ([id, value]): SignatureAttribute => [id, id === `${ARC}.4` ? "019900101" : value],
    );
    expect(holderFrom(replaced)?.birthdate).toBe("19900101");
  });

  test("is none when an attribute is missing, doubled or has a text it cannot have", () => {
    const sound = signatureAttributes(holder);
    const bad = [
      ["", "x".repeat(201), "模擬\u0085太郎"],
      ["", "19900101", "619900101", "419900230", "4199001010"],
      ["", "0", "9", "11"],
      ["", "x".repeat(201), "架空県\n"],
      ["", "0", "00020", "000100"],
      ["", "0", "2".repeat(15), "0".repeat(16)],
    ];
    for (const [index, attribute] of sound.entries()) {
      expect(holderFrom(sound.toSpliced(index, 1))).toBeUndefined();
      expect(holderFrom([...sound, attribute])).toBeUndefined();
      for (const value of bad[index] ?? []) {
        expect(holderFrom(sound.with(index, [attribute[0], value]))).toBeUndefined();
      }
    }
  });

  test("is none when an attribute is written in another string type, or is no UTF-8", () => {
    const names = extensionOf(certificate, asn.id_ce_subjectAltName);
    const at = Buffer.from(names.extnValue.buffer).indexOf(Buffer.from("A0030C0131", "hex")); // .3 is 1
    const changed = (offset: number, byte: number): asn.Extension => {
      const value = new Uint8Array(names.extnValue.buffer).with(at + offset, byte);
      return new asn.Extension({ extnID: names.extnID, extnValue: new OctetString(value) });
    };
    expect(attributesIn(names)).toHaveLength(6);
    expect(holderFrom(attributesIn(changed(4, 0x32)))?.sex).toBe("2");
    expect(attributesIn(changed(2, 0x13))).toHaveLength(5);
    expect(() => attributesIn(changed(4, 0xff))).toThrow();
  });

  test("is none in a user certificate, a CA certificate, and bytes that are no certificate", () => {
    const user = issueUserCertificate(authorityOf("user-authentication", issuedOn), request);
    for (const bytes of [user.der, authority.certificate.der, certificate.der.subarray(1), new Uint8Array(0)]) {
      expect(readSignatureHolder(bytes)).toBeUndefined();
    }
  });

  test("is read or not, but never throws, out of a certificate with a byte changed or cut off", () => {
    const { der } = certificate;
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        readSignatureHolder(der.subarray(0, at));
        readSignatureHolder(der.map((byte, index) => (index === at ? byte ^ flip : byte)));
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readSignatureHolder(bytes) === undefined));
  });
});
