import { describe, expect, test } from "vitest";
import { type CivilDate, civilDate, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import {
  type Authority,
  createAuthority,
  issueTerminalCertificate,
  issueUserCertificate,
} from "../../../simulator/pki/authority.ts";
import type { Certificate } from "../../../simulator/pki/certificate.ts";
import { authorityOf } from "../../../simulator/pki/generations.ts";
import { issueSignatureCertificate } from "../../../simulator/pki/signature-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { attributesOf, parse } from "./x509.ts";

const DAYS = ["2014-01-01", "2016-01-01", "2020-01-01", "2026-02-10", "2037-02-10"].map(civilDate);
const order = (on: CivilDate) => ({ serial: "01020304", notBeforeMs: midnightMs(on), notAfterMs: midnightMs(on) });

/** One of everything we issue, on a day, and who issued it. */
function issuedOn(on: CivilDate): readonly Certificate[] {
  const [users, signers] = [authorityOf("user-authentication", on), authorityOf("signature", on)];
  const terminals = createAuthority("terminal", on);
  const holder = { name: "模擬　太郎", birthdate: civilDate("1990-01-01"), sex: "1", address: "架空県" } as const;
  const founded: readonly Authority[] = [
    users,
    signers,
    terminals,
    createAuthority("user-authentication", on),
    createAuthority("signature", on),
  ];
  return [
    ...founded.map(({ certificate }) => certificate),
    issueUserCertificate(users, {
      ...order(on),
      commonName: "0123456789012345678S",
      publicKey: simulationKey("card-authentication").publicKey,
    }),
    issueSignatureCertificate(signers, {
      ...order(on),
      commonName: "0123456789012345678901234567S",
      locality: "Aonami-shi",
      holder,
      publicKey: simulationKey("card-signature").publicKey,
    }),
    issueTerminalCertificate(terminals, {
      serial: "01",
      issuedOn: on,
      facilityCode: "9911234567",
      publicKey: simulationKey("terminal-tls").publicKey,
    }),
  ];
}

describe.each(DAYS)("what is issued on %s", (on) => {
  const all = issuedOn(on);

  test("is never subject or issuer with O=JPKI, nor with the name of the real test hierarchy", () => {
    for (const certificate of all) {
      const names = [...attributesOf(parse(certificate).subject), ...attributesOf(parse(certificate).issuer)];
      expect(names.filter((attribute) => /^O=JPKI(-TEST)?$/i.test(attribute))).toEqual([]);
    }
  });

  test("names an issuer that says SIM and SIMULATION", () => {
    for (const certificate of all) {
      const issuer = attributesOf(parse(certificate).issuer);
      expect(issuer[1]).toMatch(/^O=SIM-/);
      expect(issuer.at(-1)).toBe("OU=SIMULATION");
    }
  });

  test("holds no address but those of .invalid", () => {
    for (const { der } of all) {
      const hosts = Buffer.from(der)
        .toString("latin1")
        .matchAll(/https?:\/\/([a-z0-9.-]+)/g);
      for (const [, host] of hosts) expect(host).toMatch(/\.invalid$/);
    }
  });
});
