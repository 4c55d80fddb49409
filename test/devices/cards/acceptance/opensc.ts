import { simulationKey } from "../../../../simulator/pki/simulation-keys.ts";
import { body, DIGEST_INFO, E, J, P, Q, R, sign } from "../apdus.ts";
import { image, PASSWORD, PIN, USER_CERTIFICATE } from "../fixture.ts";
import { type Answer, type Client, chunks, exactly, type Step, signatureBy, step } from "./conversation.ts";

/* OpenSC 0.23 (my-number-card.md §5.1, recorded). */

const { signature, signatureCa, authenticationCa } = image().jpki;
const signCertificate = signature?.certificate() ?? new Uint8Array(0);

const byName = (aid: string): string => `00A40400${body(aid)}00`;
const muscle = (last: number): string => byName(`A00000007901${last.toString(16).padStart(2, "0")}`);

/** The 29 probes of the drivers that look before jpki, in order: whom each looks for, what it sends, what our card says. */
export const foreignProbes: readonly (readonly [who: string, send: string, sw: string])[] = [
  ["an applet of seven odd bytes", "00A4040007 627601FF000000", "6A82"],
  ["MUSCLE", byName("A00000000101"), "6A82"],
  ["SmartCard-HSM", "00A404000B E82B0601040181C31F0201 00", "6A82"],
  ["Estonian eID", "00A4040C0F D23300000045737445494420763335", "6A82"],
  ["a data object DF30", "00CADF3005", "6A88"],
  ["PIV discovery by GET DATA", "00CB3FFF035C017E08", "6D00"],
  ["PIV", byName("A00000030800001000"), "6A82"],
  ["PIV again", byName("A00000030800001000"), "6A82"],
  ["CAC", byName("A0000001 16DB00"), "6A82"],
  ["CAC, its container manager", byName("A0000000791000"), "6A82"],
  ...Array.from({ length: 16 }, (_, at) => ["CAC, an applet", muscle(at), "6A82"] as const),
  ["Gemalto", byName("F276A288BCFBA69D34F31001"), "6A82"],
  ["Masktech", byName("A000000397425446 59"), "6A82"],
  ["OpenPGP", byName("D27600012401"), "6A82"],
];

const detection: readonly Step[] = [
  ...foreignProbes.map(([who, send, sw]) => step(send, sw, `probe for ${who}`)),
  step(J, "9000", "the jpki driver selects by AID, not by ATR"),
  step(J, "9000", "and again when it binds"),
];

/** READ of four bytes for the DER length, then the object and not a byte more. */
const certificate = (fid: number, der: Uint8Array): readonly Step[] => [
  step(E(fid), "9000", "SELECT the certificate"),
  step(R(0, 4), exactly(der.slice(0, 4)), "DER length"),
  ...chunks(der, "the certificate"),
];

const verified = (fid: number, secret: string): readonly Step[] => [
  step(E(fid), "9000", "SELECT the PIN"),
  step(P(secret), "9000", "VERIFY"),
];

const signed = (fid: number, answer: Answer): readonly Step[] => [
  step(E(fid), "9000", "SELECT the key"),
  step(sign(DIGEST_INFO), answer, "COMPUTE DIGITAL SIGNATURE over 51 bytes"),
];

const counters: readonly Step[] = [
  step(E(0x0018), "9000", "SELECT the authentication PIN"),
  step(Q, "63C3", "tries left; 63xx or the whole card is refused"),
  step(E(0x001b), "9000", "SELECT the sign password"),
  step(Q, "63C5", "tries left"),
];

const authenticationSignature = signatureBy(simulationKey("card-authentication").publicKey);
const documentSignature = signatureBy(simulationKey("card-signature").publicKey);

export const opensc: Client = {
  name: "OpenSC 0.23",
  conversations: [
    { does: "finds the driver after 29 foreign probes and lists the PINs", steps: [...detection, ...counters] },
    {
      does: "skips the probes when told which driver (OPENSC_DRIVER=jpki)",
      steps: [step(J, "9000", "at once"), ...counters],
    },
    { does: "reads the user certificate freely", steps: [...detection, ...certificate(0x000a, USER_CERTIFICATE.der)] },
    {
      does: "reads the signing certificate after the password",
      steps: [...detection, ...verified(0x001b, PASSWORD), ...certificate(0x0001, signCertificate)],
    },
    {
      does: "counts a wrong PIN and takes the right one",
      steps: [
        ...detection,
        step(E(0x0018), "9000", "SELECT the PIN"),
        step(P("9999"), "63C2", "wrong"),
        step(Q, "63C2", "two tries left"),
        step(P(PIN), "9000", "right"),
        step(Q, "63C3", "all tries back, and still 63xx: 9000 would say there is no limit"),
      ],
    },
    {
      does: "signs with the authentication key",
      steps: [...detection, ...verified(0x0018, PIN), ...signed(0x0017, authenticationSignature)],
    },
    {
      does: "signs with the signing key",
      steps: [...detection, ...verified(0x001b, PASSWORD), ...signed(0x001a, documentSignature)],
    },
    {
      does: "serves PKCS#11: what is private is refused before the login, the rest is read",
      steps: [
        ...detection,
        ...counters,
        step(E(0x0001), "9000", "pkcs11-tool looks at every object"),
        step(R(0, 4), "6982", "before login"),
        ...certificate(0x000a, USER_CERTIFICATE.der),
        ...certificate(0x000b, authenticationCa),
        ...certificate(0x0002, signatureCa),
        ...counters,
        ...verified(0x001b, PASSWORD),
        ...certificate(0x0001, signCertificate),
        ...signed(0x001a, documentSignature),
        ...verified(0x0018, PIN),
        ...signed(0x0017, authenticationSignature),
        ...counters,
      ],
    },
    {
      does: "logs out by SELECT from 0.24 on, and goes on",
      steps: [...detection, ...verified(0x0018, PIN), step(J, "9000", "C_Logout"), ...counters],
    },
  ],
};
