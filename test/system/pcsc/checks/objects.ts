import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toHex } from "../../../../simulator/kernel/bytes.ts";
import { dateAt } from "../../../../simulator/kernel/civil-time.ts";
import { authorityGenerations } from "../../../../simulator/pki/generations.ts";
import { certificateFile, KEYS, type KeyName, pkcs15 } from "../opensc.ts";
import { chainVerdict, shown } from "../openssl.ts";
import { layTable, type Stack, tableOf } from "../stack.ts";

/** What JPKI's certificates must show (my-number-card.md §4.2, §4.3); the CAs are ours. */
const EXPECTED = {
  authentication: {
    ca: "user-authentication",
    issuer: "issuer=C=JP,O=SIM-JPKI,OU=JPKI for user authentication,OU=SIMULATION",
    subject: /^subject=C=JP,CN=\d{20}A$/m,
    keyUsage: /Key Usage: critical\n +Digital Signature\n/,
    policy: "Policy: 1.2.392.200149.8.5.1.3.30",
  },
  signature: {
    ca: "signature",
    issuer: "issuer=C=JP,O=SIM-JPKI,OU=JPKI for digital signature,OU=SIMULATION",
    subject: /^subject=C=JP,L=.+,CN=\d{28}A$/m,
    keyUsage: /Key Usage: critical\n +Digital Signature, Non Repudiation\n/,
    policy: "Policy: 1.2.392.200149.8.5.1.1.20",
  },
} as const;

const today = dateAt(Date.now());

/** OpenSC finds everything on the card, and openssl accepts the certificates today. */
export function objects(stack: () => Stack): void {
  describe("what is on the card", () => {
    const laid = tableOf(stack, ["employee"]);

    test("is listed: two PINs, two keys, four certificates", async () => {
      const table = laid();
      const { code, stdout } = await pkcs15(table, 0, "--dump");
      expect(code).toBe(0);
      expect(stdout).toContain("PKCS#15 Card [JPKI]");
      const titles = stdout.match(/^(?:PIN|Private RSA Key|X\.509 Certificate) \[.+\]$/gm);
      expect(titles).toEqual([
        "PIN [User Authentication PIN]",
        "PIN [Digital Signature PIN]",
        "Private RSA Key [User Authentication Key]",
        "Private RSA Key [Digital Signature Key]",
        "X.509 Certificate [User Authentication Certificate]",
        "X.509 Certificate [Digital Signature Certificate]",
        "X.509 Certificate [User Authentication Certificate CA]",
        "X.509 Certificate [Digital Signature Certificate CA]",
      ]);
      expect(stdout.match(/min_len:\d+, max_len:\d+/g)).toEqual(["min_len:4, max_len:4", "min_len:6, max_len:16"]);
      expect(stdout.match(/ModLength +: \d+/g)).toHaveLength(2);
    });

    test("is two slots for PKCS#11, with a PIN each", async () => {
      const table = laid();
      const { code, stdout } = await table.run("pkcs11-tool", ["--list-token-slots"]);
      expect(code).toBe(0);
      expect(stdout.match(/token label +: .+/g)).toEqual([
        expect.stringContaining("JPKI (User Authentication PIN)"),
        expect.stringContaining("JPKI (Digital Signature PIN)"),
      ]);
      expect(stdout.match(/pin min\/max +: .+/g)).toEqual([
        expect.stringMatching(/ 4\/4$/),
        expect.stringMatching(/ 6\/16$/),
      ]);
    });

    test("are certificates as JPKI issues them, and openssl trusts each under its SIMULATION CA and no other", async () => {
      const table = laid();
      for (const key of ["authentication", "signature"] as const) {
        const certificate = await certificateFile(table, KEYS[key].id);
        const { ca, issuer, subject, keyUsage, policy } = EXPECTED[key];
        const text = await shown(table, certificate, "-subject", "-issuer", "-text");
        for (const part of [issuer, policy, "Public-Key: (2048 bit)"]) expect(text).toContain(part);
        expect(text).toMatch(subject);
        expect(text).toMatch(keyUsage);
        const other: KeyName = key === "signature" ? "authentication" : "signature";
        const [own, foreign] = [KEYS[key].authority, KEYS[other].authority];
        const authority = await certificateFile(table, own);
        expect(await chainVerdict(table, certificate, authority)).toMatch(/: OK\n$/);
        const { raw } = new X509Certificate(readFileSync(authority));
        expect(authorityGenerations(ca, today).map(({ certificate: { der } }) => toHex(der))).toContain(toHex(raw));
        expect(await chainVerdict(table, certificate, await certificateFile(table, foreign))).toContain(
          "unable to get local issuer",
        );
      }
    });
  });

  test("the signing certificate is given to nobody without the password", async () => {
    await using table = await layTable(stack(), ["employee"]);
    const without = await pkcs15(table, 0, "--read-certificate", "02");
    expect(without.code).not.toBe(0);
    expect(without.stdout).not.toContain("BEGIN CERTIFICATE");
    await table.cards.until(/READ BINARY of EF 0001 .* → 6982/);
    expect(await shown(table, await certificateFile(table, "02"), "-subject")).toMatch(/CN=\d{28}A/);
  });
}
