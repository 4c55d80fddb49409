import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { attributes } from "../../../devices/cards/files/text-records.ts";
import { latin1, toHex } from "../../../simulator/kernel/bytes.ts";
import { readCertificate } from "../../../simulator/pki/certificate.ts";
import { readSignatureHolder } from "../../../simulator/pki/signature-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { card, image, USER_CERTIFICATE } from "./fixture.ts";
import { fileOf } from "./opened.ts";

/** The certificate at the start of a file, as node reads it. */
function x509(fid: number, subject = card()): X509Certificate {
  const der = readCertificate(fileOf(subject, "jpki", fid))?.der;
  if (der === undefined) throw new Error(`no certificate in ${fid}`);
  return new X509Certificate(der);
}

describe("公的個人認証AP", () => {
  it("the user certificate is the one the centre knows, with FF behind it and its CA beside it", () => {
    const bytes = fileOf(card(), "jpki", 0x0a);
    const { der } = USER_CERTIFICATE;
    expect(bytes.slice(0, der.length)).toEqual(der);
    expect(new Set(bytes.slice(der.length))).toEqual(new Set([0xff]));
    expect(x509(0x0a).verify(x509(0x0b).publicKey)).toBe(true);
    expect(x509(0x0a).verify(x509(0x02).publicKey)).toBe(false);
    expect(x509(0x0a).publicKey.equals(simulationKey("card-authentication").publicKey)).toBe(true);
  });

  it("the signing certificate says of the holder what the text application says, and comes from the other CA", () => {
    const { name, address, birthdate, sex } = attributes.decode(fileOf(card(), "text-input", 0x02));
    expect(readSignatureHolder(fileOf(card(), "jpki", 0x01))).toMatchObject({ name, address, birthdate, sex });
    expect(x509(0x01).verify(x509(0x02).publicKey)).toBe(true);
    expect(x509(0x01).publicKey.equals(simulationKey("card-signature").publicKey)).toBe(true);
  });

  it("an address of 200 characters makes a certificate longer than the file, and the file grows with it", () => {
    const long = card({ holder: { ...image().holder, address: "県".repeat(200) } });
    const bytes = fileOf(long, "jpki", 0x01);
    expect(bytes.length).toBeGreaterThan(2048);
    expect(readSignatureHolder(bytes)?.address).toHaveLength(200);
  });

  it("token information is CK_TOKEN_INFO, its numbers most significant byte first (my-number-card.md §1.3)", () => {
    const token = fileOf(card(), "jpki", 0x06);
    const numbers = ["0000040D", "00000001", "00000000", "00000001", "00000000", "00000010", "00000006"];
    expect(latin1(token.slice(0, 32))).toBe("JPKIAPICCTOKEN2".padEnd(32));
    expect(toHex(token.slice(96, 140))).toBe(`${numbers.join("")}${"FFFFFFFF".repeat(4)}`);
    expect(latin1(token.slice(140))).toBe(`0301${"9".repeat(16)}`);
  });

  it.each([
    ["card", "JPKIAPICCTOKEN2"],
    ["face-only", "JPKIAPICCTOKEN2"],
    ["android", "JPKIAPGPSETOKEN"],
    ["iphone", "JPKIAPIOSTOKEN"],
  ] as const)("the label tells a %s", (carrier, label) => {
    expect(latin1(fileOf(card({ carrier }), "jpki", 0x06).slice(0, 32))).toBe(label.padEnd(32));
  });
});
