import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { simulationKey } from "../../../../simulator/pki/simulation-keys.ts";
import { ascii, DIGEST_INFO, E, J, P, R, sign, V, X } from "../apdus.ts";
import { image, PASSWORD, PERSONAL_NUMBER, PIN, PINS, REFERENCE_NUMBER_B, USER_CERTIFICATE } from "../fixture.ts";
import { bytes, type Client, chunks, exactly, type Step, signatureBy, step } from "./conversation.ts";

/* jpki-rs (my-number-card.md §5.3). */

const { signature, authenticationCa, signatureCa } = image().jpki;
const signCertificate = signature?.certificate() ?? new Uint8Array(0);

/** Seven bytes for the size, then the whole file again from the start; it stops at an answer shorter than Le. */
const whole = (fid: number, content: Uint8Array): readonly Step[] => [
  step(E(fid), "9000", "SELECT the file"),
  step(R(0, 7), exactly(content.slice(0, 7)), "read_der_size"),
  ...chunks(content, "the file from its start"),
];

/** VERIFY with nothing: four bytes or five, as the APDU builder likes it. 9000 would be taken for "no try left". */
const status = (fid: number, sw: string): readonly Step[] => [
  step(E(fid), "9000", "SELECT the PIN"),
  step("00200080", sw, "case 1"),
  step("0020008000", sw, "case 2: an empty payload and Le"),
];

const surface = (fid: number, secret: string): readonly Step[] => [
  step(V, "9000", "券面AP"),
  step(E(fid), "9000", "reference number"),
  step(P(secret), "9000", "VERIFY"),
  step(E(0x0002), "9000", "front"),
  step(R(0, 7), bytes(7), "size"),
  step(R(0, 256), bytes(256), "from the start"),
];

export const jpkiRs: Client = {
  name: "jpki-rs",
  conversations: [
    {
      does: "reads the certificates from their start again",
      steps: [
        step(J, "9000", "JPKI"),
        ...whole(0x000a, USER_CERTIFICATE.der),
        ...whole(0x000b, authenticationCa),
        ...whole(0x0002, signatureCa),
        step(E(0x001b), "9000", "password"),
        step(P(PASSWORD), "9000", "VERIFY"),
        ...whole(0x0001, signCertificate),
      ],
    },
    {
      does: "asks the tries with an empty VERIFY, before and after a wrong PIN and a right one",
      steps: [
        step(J, "9000", "JPKI"),
        ...status(0x0018, "63C3"),
        step(P("0000"), "63C2", "wrong"),
        ...status(0x0018, "63C2"),
        step(P(PIN), "9000", "right"),
        ...status(0x0018, "63C3"),
        ...status(0x001b, "63C5"),
      ],
    },
    {
      does: "sees no try left as 63C0",
      order: { pins: { ...PINS, authenticationTriesUsed: 3 } },
      steps: [
        step(J, "9000", "JPKI"),
        ...status(0x0018, "63C0"),
        step(P(PIN), "6984", "blocked, with the right PIN too"),
      ],
    },
    {
      does: "signs with both keys",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(P(PIN), "9000", "VERIFY"),
        step(E(0x0017), "9000", "key"),
        step(sign(DIGEST_INFO), signatureBy(simulationKey("card-authentication").publicKey), "authentication"),
        step(E(0x001b), "9000", "password"),
        step(P(PASSWORD), "9000", "VERIFY"),
        step(E(0x001a), "9000", "key"),
        step(sign(DIGEST_INFO), signatureBy(simulationKey("card-signature").publicKey), "document"),
      ],
    },
    { does: "opens the front with 照合番号A", steps: surface(0x0013, PERSONAL_NUMBER) },
    { does: "opens the front with 照合番号B", steps: surface(0x0012, REFERENCE_NUMBER_B) },
    {
      does: "learns that 照合番号B wants the year of the era",
      steps: [
        step(V, "9000", "券面AP"),
        step(E(0x0012), "9000", "照合番号B"),
        step(P("90010120301234"), "63C9", "the Gregorian year is wrong"),
        step(P(REFERENCE_NUMBER_B), "9000", "平成2年 is right"),
      ],
    },
    {
      does: "reads the personal number",
      steps: [
        step(X, "9000", "入力補助AP"),
        step(E(0x0011), "9000", "PIN"),
        step(P(PIN), "9000", "VERIFY"),
        step(E(0x0001), "9000", "個人番号"),
        step(R(0, 0x11), exactly(fromHex(`FF100C${ascii(PERSONAL_NUMBER)}FFFF`)), "17 bytes"),
      ],
    },
  ],
};
