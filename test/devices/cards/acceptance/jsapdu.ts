import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { simulationKey } from "../../../../simulator/pki/simulation-keys.ts";
import { AIDS, ascii, body, DIGEST_INFO, E, J, sign, V, verifyBy, wholeBy, X } from "../apdus.ts";
import { image, PASSWORD, PERSONAL_NUMBER, PIN, REFERENCE_NUMBER_B, USER_CERTIFICATE } from "../fixture.ts";
import { bytes, type Client, exactly, padded, signatureBy, step } from "./conversation.ts";

/* jsapdu and its tests on cards (my-number-card.md §5.5, §1.10). */

const withFci = (aid: string) =>
  step(`00A40400${body(aid)}00`, exactly(fromHex(`6F0C840A${aid}`)), "SELECT with FCI: 6F { 84 AID }");
const { signature, authenticationCa } = image().jpki;
const signCertificate = signature?.certificate() ?? new Uint8Array(0);

export const jsapdu: Client = {
  name: "jsapdu",
  conversations: [
    {
      does: "selects every application with FCI, and without it where Le is left out",
      steps: [
        withFci(AIDS.jpki),
        withFci(AIDS["card-surface"]),
        withFci(AIDS["text-input"]),
        withFci(AIDS["common-card"]),
        withFci(AIDS["resident-register"]),
        step(`00A40400${body(AIDS.jpki)}`, "9000", "nobody waits for data"),
        step(J, "9000", "P2 0C"),
      ],
    },
    {
      does: "reads whole files by short id and extended Le",
      steps: [
        withFci(AIDS.jpki),
        step(wholeBy(0x0a), exactly(padded(USER_CERTIFICATE.der)), "000A whole, in one answer"),
        step(wholeBy(0x0b), exactly(padded(authenticationCa)), "000B"),
        step(wholeBy(0x06), bytes(160), "token information"),
        step(wholeBy(0x08), exactly(fromHex("8F8F00")), "which certificates are there"),
        step(wholeBy(0x01), "6982", "not before the password"),
        step(verifyBy(0x1b, PASSWORD), "9000", "VERIFY by short id"),
        step(wholeBy(0x01), exactly(padded(signCertificate)), "0001"),
        step("00B08A0004", exactly(USER_CERTIFICATE.der.slice(0, 4)), "short Le as well"),
        step("00B00004 04", exactly(USER_CERTIFICATE.der.slice(4, 8)), "the short id made the file current"),
      ],
    },
    {
      does: "finds the unknown files of JPKI and may not read them (D-07)",
      steps: [
        withFci(AIDS.jpki),
        ...[0x0005, 0x0009].flatMap((fid) => [step(E(fid), "9000", "is there"), step("00B0000000", "6982", "locked")]),
        ...[0x0010, 0x0019, 0x001c, 0x001e].flatMap((fid) => [
          step(E(fid), "9000", "is there"),
          step("00B0000000", "6981", "a key"),
          step("00200080", "63C0", "blocked"),
          step(verifyBy(fid, "0000"), "6984", "for good"),
        ]),
        step(wholeBy(0x03), "6A82", "no such file"),
      ],
    },
    {
      does: "signs by short id of the key, PIN by short id before",
      steps: [
        withFci(AIDS.jpki),
        step(sign(DIGEST_INFO, 0x97), "6982", "no right yet"),
        step(verifyBy(0x18, PIN), "9000", "VERIFY 98"),
        step(sign(DIGEST_INFO, 0x97), signatureBy(simulationKey("card-authentication").publicKey), "P2 97"),
        step(verifyBy(0x1b, PASSWORD), "9000", "VERIFY 9B"),
        step(sign(DIGEST_INFO, 0x9a), signatureBy(simulationKey("card-signature").publicKey), "P2 9A"),
      ],
    },
    {
      does: "lets the surface applications sign with P2 00 and no PIN",
      steps: [
        step(V, "9000", "券面AP"),
        step(
          sign(DIGEST_INFO, 0x00),
          signatureBy(simulationKey("card-internal-authentication").publicKey),
          "default key",
        ),
        step(
          sign(DIGEST_INFO, 0x9a),
          signatureBy(simulationKey("card-internal-authentication").publicKey),
          "it is 001A",
        ),
        step(X, "9000", "入力補助AP"),
        step(
          sign(DIGEST_INFO, 0x00),
          signatureBy(simulationKey("text-internal-authentication").publicKey),
          "default key",
        ),
        step(
          sign(DIGEST_INFO, 0x93),
          signatureBy(simulationKey("text-internal-authentication").publicKey),
          "it is 0013",
        ),
      ],
    },
    {
      does: "reads front, number picture and age record by short ids",
      steps: [
        withFci(AIDS["card-surface"]),
        step(wholeBy(0x03), bytes(320), "basic information, free"),
        step(wholeBy(0x04), bytes(568), "CV certificate, free"),
        step(wholeBy(0x02), "6982", "front"),
        step(verifyBy(0x12, REFERENCE_NUMBER_B), "9000", "照合番号B"),
        step("00B0820004", exactly(fromHex("FF2082 06")), "front"),
        step(wholeBy(0x05), "6982", "照合番号B does not open the number"),
        step(verifyBy(0x13, PERSONAL_NUMBER), "9000", "照合番号A"),
        step("00B0850004", exactly(fromHex("FF4082 02")), "number picture"),
        step(wholeBy(0x01), "6982", "age record"),
        step(verifyBy(0x11, "020101"), "9000", "生年月日: the first six digits of 照合番号B"),
        step(wholeBy(0x01), bytes(547), "age record"),
      ],
    },
    {
      does: "reads number, attributes and keys of the text application by short ids",
      steps: [
        withFci(AIDS["text-input"]),
        step(verifyBy(0x11, PIN), "9000", "PIN"),
        step(wholeBy(0x01), exactly(fromHex(`FF100C${ascii(PERSONAL_NUMBER)}FFFF`)), "個人番号"),
        step(wholeBy(0x02), bytes(89), "基本4情報"),
        step(wholeBy(0x03), bytes(336), "integrity record"),
        step(wholeBy(0x06), bytes(269), "session key"),
        step(wholeBy(0x07), bytes(536), "internal key"),
      ],
    },
    {
      does: "presents 256 zero bytes as the second part of a terminal certificate: 6700",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0016), "9000", "特定機関認証, terminal anchor"),
        step(`80A200C1${body("00".repeat(256))}`, "6700", "a signature part is 261 bytes"),
        ...["0000", "00AE", "8000", "00B6"].map((p) =>
          step(`80A2${p}${body("00".repeat(256))}`, "6A86", "other P1 P2"),
        ),
      ],
    },
    {
      does: "meets a card without a photo (D-18)",
      order: { pictures: { ...image().pictures, photo: new Uint8Array(0) } },
      steps: [
        step(V, "9000", "券面AP"),
        step(verifyBy(0x12, REFERENCE_NUMBER_B), "9000", "照合番号B"),
        step("00B0820003", exactly(fromHex("FF2082")), "there is a front all the same"),
      ],
    },
  ],
};
