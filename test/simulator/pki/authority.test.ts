import { X509Certificate } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import * as asn from "@peculiar/asn1-x509";
import { describe, expect, test } from "vitest";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate, lastSecondMs, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { createAuthority, issueTerminalCertificate, issueUserCertificate } from "../../../simulator/pki/authority.ts";
import { isIssuedBy } from "../../../simulator/pki/certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { extensionIds, extensionOf, parse } from "./x509.ts";

const authority = createAuthority("user-authentication", civilDate("2023-07-16"));
const userRequest = {
  serial: "1A2B3C4D",
  notBeforeMs: midnightMs(civilDate("2024-04-01")),
  notAfterMs: lastSecondMs(civilDate("2028-11-03")),
  commonName: "202404010123456789SIM",
  publicKey: simulationKey("card-authentication", 2).publicKey,
};
const terminalCa = createAuthority("terminal", civilDate("2023-07-16"));
const terminalRequest = {
  serial: "F00000000000000001",
  issuedOn: civilDate("2025-11-30"),
  facilityCode: "9911234567",
  publicKey: simulationKey("terminal-tls").publicKey,
};

describe("a user certificate", () => {
  const certificate = issueUserCertificate(authority, userRequest);

  test("is read by node, verified by the CA's key and by no other", () => {
    const x509 = new X509Certificate(certificate.der);
    expect(x509.verify(simulationKey("user-authentication-ca").publicKey)).toBe(true);
    expect(x509.verify(simulationKey("signature-ca").publicKey)).toBe(false);
    expect(x509.checkIssued(new X509Certificate(authority.certificate.der))).toBe(true);
    expect(x509.ca).toBe(false);
  });

  test("holds serial, period, name and key of the order", () => {
    const { der, publicKey, ...rest } = certificate;
    expect(rest).toEqual({
      serial: "1A2B3C4D",
      notBeforeMs: userRequest.notBeforeMs,
      notAfterMs: userRequest.notAfterMs,
      subjectCommonName: "202404010123456789SIM",
    });
    expect(publicKey.equals(userRequest.publicKey)).toBe(true);
    expect(der.length).toBeLessThan(2048);
    expect(new X509Certificate(der).subject).toBe("C=JP\nCN=202404010123456789SIM");
    expect(new X509Certificate(der).validTo).toBe("Nov  3 14:59:59 2028 GMT");
  });

  test("is of version 3 and signed with sha256WithRSAEncryption", () => {
    expect(parse(certificate).version).toBe(asn.Version.v3);
    expect(parse(certificate).signature.algorithm).toBe("1.2.840.113549.1.1.11");
  });

  test("has digitalSignature as its only, critical, key usage", () => {
    const { critical, extnValue } = extensionOf(certificate, asn.id_ce_keyUsage);
    expect(critical).toBe(true);
    expect(toHex(new Uint8Array(extnValue.buffer))).toBe("03020780");
  });

  test("names the user-authentication policy, critical, with a CPS address", () => {
    const { critical, extnValue } = extensionOf(certificate, asn.id_ce_certificatePolicies);
    const [policy] = AsnConvert.parse(extnValue.buffer, asn.CertificatePolicies);
    const [cps] = policy?.policyQualifiers ?? [];
    expect(critical).toBe(true);
    expect(policy?.policyIdentifier).toBe("1.2.392.200149.8.5.1.3.30");
    expect(cps?.policyQualifierId).toBe(asn.id_qt_csp);
    expect(AsnConvert.parse(cps?.qualifier ?? new ArrayBuffer(0), asn.Qualifier).cPSuri).toMatch(/^http:.*\.invalid\//);
  });

  test("names its issuer in Japanese and by key", () => {
    const { extnValue } = extensionOf(certificate, asn.id_ce_issuerAltName);
    const [name] = AsnConvert.parse(extnValue.buffer, asn.IssueAlternativeName);
    const written = name?.directoryName?.map((rdn) => rdn[0]?.value.toString());
    expect(written).toEqual(["JP", "模擬 公的個人認証サービス SIMULATION"]);
    const own = AsnConvert.parse(
      extensionOf(certificate, asn.id_ce_authorityKeyIdentifier).extnValue.buffer,
      asn.AuthorityKeyIdentifier,
    );
    const ofCa = AsnConvert.parse(
      extensionOf(authority.certificate, asn.id_ce_subjectKeyIdentifier).extnValue.buffer,
      asn.SubjectKeyIdentifier,
    );
    expect(own.keyIdentifier?.buffer).toEqual(ofCa.buffer);
  });

  test("carries these extensions and no other: above all no subjectAltName, for no attribute of the person is in it", () => {
    expect(extensionIds(certificate)).toEqual(
      [
        asn.id_ce_authorityKeyIdentifier,
        asn.id_ce_subjectKeyIdentifier,
        asn.id_ce_cRLDistributionPoints,
        asn.id_ce_keyUsage,
        asn.id_ce_certificatePolicies,
        asn.id_ce_issuerAltName,
        asn.id_pe_authorityInfoAccess,
      ].sort(),
    );
  });

  test("comes out the same byte for byte from the same order", () => {
    expect(issueUserCertificate(authority, userRequest).der).toEqual(certificate.der);
    expect(issueUserCertificate(authority, { ...userRequest, serial: "1A2B3C4E" }).der).not.toEqual(certificate.der);
  });

  test("keeps every serial that has one way of being written", () => {
    for (const serial of ["01", "7F", "80", "0A00", "FFFFFFFF", "7F".repeat(20), "FF".repeat(20)]) {
      expect(issueUserCertificate(authority, { ...userRequest, serial }).serial).toBe(serial);
    }
    for (const serial of ["", "0", "00", "00AB", "ab", "XY", "11".repeat(21)]) {
      expect(() => issueUserCertificate(authority, { ...userRequest, serial })).toThrow(MisuseError);
    }
  });

  test("is refused with a name that cannot be written or a period that ends before it begins", () => {
    for (const commonName of ["", "X".repeat(65), "A\nCN=B"]) {
      expect(() => issueUserCertificate(authority, { ...userRequest, commonName })).toThrow(/CN/);
    }
    expect(() => issueUserCertificate(authority, { ...userRequest, notAfterMs: 0 })).toThrow(/notAfterMs/);
  });
});

describe("a terminal certificate", () => {
  const certificate = issueTerminalCertificate(terminalCa, terminalRequest);

  test("is a TLS client's, valid three years and three months, and says SIMULATION and the facility", () => {
    expect(new X509Certificate(certificate.der).keyUsage).toEqual([asn.id_kp_clientAuth]);
    expect(certificate.notBeforeMs).toBe(midnightMs(civilDate("2025-11-30")));
    expect(certificate.notAfterMs).toBe(lastSecondMs(civilDate("2029-02-28")));
    expect(certificate.subjectCommonName).toBe("SIMULATION 9911234567");
    expect(certificate.serial).toBe("F00000000000000001");
  });

  test("is issued by the terminal CA and not by the user CA", () => {
    expect(isIssuedBy(certificate, terminalCa.certificate)).toBe(true);
    expect(isIssuedBy(certificate, authority.certificate)).toBe(false);
  });
});

describe("a CA", () => {
  test.each(["user-authentication", "signature", "terminal"] as const)(
    "for %s certificates is self-signed and says SIMULATION",
    (kind) => {
      const { certificate } = createAuthority(kind, civilDate("2019-09-14"));
      const x509 = new X509Certificate(certificate.der);
      expect(isIssuedBy(certificate, certificate)).toBe(true);
      expect(x509.ca).toBe(true);
      expect(x509.subject).toBe(x509.issuer);
      expect(x509.subject).toMatch(/^C=JP\nO=SIM-.*\nOU=SIMULATION$/s);
      expect(x509.subjectAltName).toContain("SIMULATION");
      expect(toHex(new Uint8Array(extensionOf(certificate, asn.id_ce_keyUsage).extnValue.buffer))).toBe("03020106");
      expect(certificate.notBeforeMs).toBe(midnightMs(civilDate("2019-09-14")));
      expect(certificate.notAfterMs).toBe(lastSecondMs(civilDate("2029-09-13")));
    },
  );

  test("names a directory entry, not an address, as the place of its revocation list", () => {
    const { extnValue } = extensionOf(authority.certificate, asn.id_ce_cRLDistributionPoints);
    const [point] = AsnConvert.parse(extnValue.buffer, asn.CRLDistributionPoints);
    expect(point?.distributionPoint?.fullName?.[0]?.directoryName).toBeDefined();
  });
});

test("every address in a certificate ends in .invalid", () => {
  const all = [issueUserCertificate(authority, userRequest), issueTerminalCertificate(terminalCa, terminalRequest)];
  for (const { der } of all) {
    const hosts = [
      ...Buffer.from(der)
        .toString("latin1")
        .matchAll(/https?:\/\/([a-z0-9.-]+)/g),
    ].map(([, host]) => host);
    expect(hosts.length).toBeGreaterThan(0);
    for (const host of hosts) expect(host).toMatch(/\.invalid$/);
  }
});
