import { execFile, execFileSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { type CivilDate, civilDate, lastSecondMs, midnightMs } from "../../simulator/kernel/civil-time.ts";
import { createAuthority, issueTerminalCertificate, issueUserCertificate } from "../../simulator/pki/authority.ts";
import type { Certificate } from "../../simulator/pki/certificate.ts";
import { userCertificateEnd } from "../../simulator/pki/certificate-end.ts";
import { CV_CA_DIGITS } from "../../simulator/pki/cv-certificate.ts";
import { type CvChainKind, cvChain } from "../../simulator/pki/cv-chain.ts";
import { authorityGenerations, authorityOf, type RenewedAuthorityKind } from "../../simulator/pki/generations.ts";
import { checkedInKeys, freshKeys, type KeySource } from "../../simulator/pki/key-source.ts";
import { issueSignatureCertificate } from "../../simulator/pki/signature-certificate.ts";

/* What openssl, which we did not write, makes of our certificates. */

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "madoguchi-pki-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const today = civilDate("2026-02-10");
const born = civilDate("1990-05-20");
let files = 0;

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString("base64").replace(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;

function file(content: string | Uint8Array): string {
  const path = join(folder, `${files++}`);
  writeFileSync(path, content);
  return path;
}

const certificates = (...all: readonly Certificate[]): string =>
  file(all.map(({ der }) => pem("CERTIFICATE", der)).join(""));

/** What `openssl verify` says of a certificate at an instant; by default of RFC 5280's strictness. */
async function verify(
  certificate: Certificate,
  anchors: readonly Certificate[],
  atMs: number,
  ...options: readonly string[]
): Promise<string> {
  const at = String(Math.floor(atMs / 1_000));
  const common = ["verify", "-x509_strict", "-no-CApath", "-no-CAstore", "-attime", at];
  const args = [...common, "-CAfile", certificates(...anchors), ...options, certificates(certificate)];
  try {
    return (await run("openssl", args)).stdout;
  } catch (error) {
    return (error as { readonly stderr: string }).stderr;
  }
}

function issue(kind: RenewedAuthorityKind, issuedOn: CivilDate, keys: KeySource = checkedInKeys): Certificate {
  const order = {
    serial: "1A2B3C4D",
    notBeforeMs: midnightMs(issuedOn),
    notAfterMs: lastSecondMs(userCertificateEnd(issuedOn, born)),
  };
  if (kind === "user-authentication") {
    const { publicKey } = keys.keyOf("card-authentication");
    return issueUserCertificate(authorityOf(kind, issuedOn, keys), {
      ...order,
      publicKey,
      commonName: "20260210012345678901A",
    });
  }
  return issueSignatureCertificate(authorityOf(kind, issuedOn, keys), {
    ...order,
    publicKey: keys.keyOf("card-signature").publicKey,
    commonName: "2026021001234567890123456789A",
    locality: "青浪市",
    holder: { name: "模擬　太郎", birthdate: born, sex: "1", address: "架空県青浪市月灯１丁目２番３号" },
  });
}

const text = (certificate: Certificate, ...options: readonly string[]): string =>
  execFileSync("openssl", ["x509", "-noout", "-in", certificates(certificate), ...options], { encoding: "utf8" });

describe.each([
  { kind: "user-authentication", policy: "1.2.392.200149.8.5.1.3.30" },
  { kind: "signature", policy: "1.2.392.200149.8.5.1.1.20" },
] as const)("openssl, given all generations of the $kind CA", ({ kind, policy }) => {
  const anchors = authorityGenerations(kind, today).map(({ certificate }) => certificate);

  test.each(["2016-05-01", "2021-05-01", "2025-05-01"].map(civilDate))(
    "accepts a certificate issued on %s, strictly, and finds the right one of three CAs with one name",
    async (issuedOn) => {
      const certificate = issue(kind, issuedOn);
      const own = authorityOf(kind, issuedOn).certificate;
      expect(await verify(certificate, anchors, midnightMs(issuedOn))).toMatch(/: OK\n$/);
      // openssl takes the last second for over, RFC 5280 §4.1.2.5 for valid.
      expect(await verify(certificate, anchors, certificate.notAfterMs - 1_000)).toMatch(/: OK\n$/);
      expect(await verify(certificate, [own], midnightMs(issuedOn))).toMatch(/: OK\n$/);
      const others = anchors.filter((anchor) => anchor !== own);
      expect(await verify(certificate, others, midnightMs(issuedOn))).toContain("unable to get local issuer");
    },
  );

  test("refuses it a day before its first and after its last second", async () => {
    const certificate = issue(kind, today);
    expect(await verify(certificate, anchors, certificate.notBeforeMs - 1_000)).toContain("not yet valid");
    expect(await verify(certificate, anchors, certificate.notAfterMs + 1_000)).toContain("has expired");
  });

  test("finds its policy, and no other", async () => {
    const certificate = issue(kind, today);
    const under = (id: string): Promise<string> =>
      verify(certificate, anchors, midnightMs(today), "-policy", id, "-explicit_policy");
    expect(await under(policy)).toMatch(/: OK\n$/);
    expect(await under("1.2.392.200149.8.5.1.0.20")).toContain("no explicit policy");
  });

  test("accepts one of the year 2051, whose dates have another form", async () => {
    const later = civilDate("2051-05-01");
    const generations = authorityGenerations(kind, later).map(({ certificate }) => certificate);
    expect(await verify(issue(kind, later), generations, midnightMs(later))).toMatch(/: OK\n$/);
  });

  test("accepts none of the other CA's", async () => {
    const other = kind === "signature" ? "user-authentication" : "signature";
    expect(await verify(issue(other, today), anchors, midnightMs(today))).toContain("unable to get local issuer");
  });
});

test("openssl shows the holder, the key usage and the municipality of a signing certificate", () => {
  const certificate = issue("signature", today);
  const shown = text(
    certificate,
    "-ext",
    "subjectAltName,keyUsage,issuerAltName",
    "-subject",
    "-nameopt",
    "utf8,sep_comma_plus",
  );
  expect(shown).toMatch(/X509v3 Key Usage: critical\s+Digital Signature, Non Repudiation/);
  expect(shown).toContain("L=青浪市");
  expect(shown.match(/othername: 1\.2\.392\.200149\.8\.5\.5\.\d/g)).toEqual(
    [1, 4, 3, 5, 2, 6].map((last) => `othername: 1.2.392.200149.8.5.5.${last}`),
  );
  expect(shown).toContain("419900520");
});

test("openssl accepts the terminal's certificate for a TLS client and not for a server", async () => {
  const terminals = createAuthority("terminal", civilDate("2020-02-10"));
  const certificate = issueTerminalCertificate(terminals, {
    serial: "01",
    issuedOn: today,
    facilityCode: "9911234567",
    publicKey: checkedInKeys.keyOf("terminal-tls").publicKey,
  });
  const as = (purpose: string): Promise<string> =>
    verify(certificate, [terminals.certificate], midnightMs(today), "-purpose", purpose);
  expect(await as("sslclient")).toMatch(/: OK\n$/);
  expect(await as("sslserver")).toMatch(/unsupported certificate purpose|unsuitable certificate purpose/);
});

test("with fresh keys openssl trusts nothing that the checked-in CAs issued, and the other way round", async () => {
  const keys = freshKeys((): KeyObject => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
  const fresh = authorityGenerations("signature", today, keys).map(({ certificate }) => certificate);
  const checkedIn = authorityGenerations("signature", today).map(({ certificate }) => certificate);
  expect(await verify(issue("signature", today, keys), fresh, midnightMs(today))).toMatch(/: OK\n$/);
  expect(await verify(issue("signature", today), fresh, midnightMs(today))).not.toContain("OK");
  expect(await verify(issue("signature", today, keys), checkedIn, midnightMs(today))).not.toContain("OK");
});

test.each(Object.keys(CV_CA_DIGITS) as readonly CvChainKind[])(
  "openssl verifies the signature of the CV certificate of the %s chain over its 297 bytes",
  async (kind) => {
    const { ca, certificate } = cvChain(kind);
    const caKey = file(ca.publicKey.export({ type: "spki", format: "pem" }));
    const [content, signature] = [file(certificate.subarray(10, 307)), file(certificate.subarray(312))];
    const { stdout } = await run("openssl", ["dgst", "-sha256", "-verify", caKey, "-signature", signature, content]);
    expect(stdout).toContain("Verified OK");
  },
);
