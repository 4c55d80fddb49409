import { constants, type KeyObject, publicDecrypt } from "node:crypto";
import { cardProfile } from "../../../../devices/cards/choices.ts";
import { attributes } from "../../../../devices/cards/files/text-records.ts";
import { fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import { simulationKey } from "../../../../simulator/pki/simulation-keys.ts";
import { ascii, DIGEST_INFO_WITHOUT_NULL, E, HASH, J, P, R, sign, X } from "../apdus.ts";
import { image, PASSWORD, PERSONAL_NUMBER, PIN, USER_CERTIFICATE } from "../fixture.ts";
import { beginning, type Client, exactly, padded, type Step, step } from "./conversation.ts";

/* pyjpki (my-number-card.md §5.4, run). It selects the application before every single operation. */

const { authenticationCa, signatureCa, signature } = image().jpki;
const signCertificate = signature?.certificate() ?? new Uint8Array(0);
const attributeFile = attributes.encode({ ...image().holder, sex: "1" });

/** 255 bytes at a time until 6B00; any other word but 9000 is an exception there, a short last piece is none. */
const untilTheEnd = (fid: number, content: Uint8Array): readonly Step[] => [
  step(J, "9000", "SELECT before the operation"),
  step(E(fid), "9000", "SELECT the file"),
  ...Array.from({ length: Math.ceil(content.length / 255) }, (_, at) =>
    step(R(at * 255, 255), exactly(content.slice(at * 255, (at + 1) * 255)), "Le FF, the last piece is shorter"),
  ),
  step(R(Math.ceil(content.length / 255) * 255, 255), "6B00", "behind the end: the loop ends"),
];

const verified = (select: string, fid: number, secret: string): readonly Step[] => [
  step(select, "9000", "SELECT before the operation"),
  step(E(fid), "9000", "SELECT the PIN"),
  step(P(secret), "9000", "VERIFY"),
];

/** The 49 bytes it signs: a DigestInfo without NULL, which the card takes as it is (§2.6). */
const withoutNull = (key: KeyObject) => ({
  sw: "9000",
  bytes: 256,
  data: (data: Uint8Array) =>
    sameBytes(publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, data), fromHex(DIGEST_INFO_WITHOUT_NULL)),
});

const signed = (pin: number, secret: string, key: number, publicKey: KeyObject): readonly Step[] => [
  ...verified(J, pin, secret),
  step(J, "9000", "SELECT again, between VERIFY and use"),
  step(E(key), "9000", "SELECT the key"),
  step(sign(DIGEST_INFO_WITHOUT_NULL), withoutNull(publicKey), "the right is still there"),
];

export const pyjpki: Client = {
  name: "pyjpki",
  conversations: [
    {
      does: "reads padded certificate files to their end",
      steps: [
        ...untilTheEnd(0x000a, padded(USER_CERTIFICATE.der)),
        ...untilTheEnd(0x000b, padded(authenticationCa)),
        ...untilTheEnd(0x0002, padded(signatureCa)),
      ],
    },
    {
      does: "reads certificate files that are exactly as long as the certificate",
      order: { profile: cardProfile(["certificateFiles=exact"]) },
      steps: [...untilTheEnd(0x000a, USER_CERTIFICATE.der), ...untilTheEnd(0x000b, authenticationCa)],
    },
    {
      does: "reads the signing certificate with SELECT between VERIFY and READ",
      steps: [...verified(J, 0x001b, PASSWORD), ...untilTheEnd(0x0001, padded(signCertificate))],
    },
    {
      does: "signs with the authentication key, DigestInfo without NULL",
      steps: signed(0x0018, PIN, 0x0017, simulationKey("card-authentication").publicKey),
    },
    {
      does: "signs with the signing key",
      steps: signed(0x001b, PASSWORD, 0x001a, simulationKey("card-signature").publicKey),
    },
    {
      does: "would fail on a card that drops rights at the same SELECT (D-01)",
      order: { profile: cardProfile(["reselect=clears-rights"]) },
      steps: [
        ...verified(J, 0x0018, PIN),
        step(J, "9000", "SELECT again"),
        step(E(0x0017), "9000", "SELECT the key"),
        step(sign(DIGEST_INFO_WITHOUT_NULL), "6982", "the right is gone"),
      ],
    },
    {
      does: "reads number and attributes, the latter in one READ",
      steps: [
        ...verified(X, 0x0011, PIN),
        step(X, "9000", "SELECT again"),
        step(E(0x0001), "9000", "個人番号"),
        step(R(0, 17), exactly(fromHex(`FF100C${ascii(PERSONAL_NUMBER)}FFFF`)), "17 bytes"),
        step(X, "9000", "SELECT again"),
        step(E(0x0002), "9000", "基本4情報"),
        step(R(0, 256), exactly(attributeFile), "at most 256 bytes, with 9000"),
      ],
    },
    {
      does: "reads attributes that need the long form of the length",
      order: {
        holder: { ...image().holder, address: "東京都模擬区架空町大字番外地１２３４番地５６の７架空住宅８０１号" },
      },
      steps: [
        ...verified(X, 0x0011, PIN),
        step(E(0x0002), "9000", "基本4情報"),
        step(R(0, 8), beginning(8, "FF2081"), "81 and one byte"),
      ],
    },
    {
      does: "raises on a wrong PIN, whatever is left",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(P("9999"), "63C2", "63xx"),
        step(P("9999"), "63C1", "63xx"),
        step(P("9999"), "63C0", "63xx"),
        step(P(PIN), "6984", "blocked"),
        step(E(0x0017), "9000", "key"),
        step(sign(`3031300D060960864801650304020105000420${HASH}`), "6982", "no right was gained"),
      ],
    },
  ],
};
