import { attributes } from "../../../../devices/cards/files/text-records.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { ascii, body, COMMON, changeKeyTo, changeTo, E, J, P, Q, R, REGISTER, V, X } from "../apdus.ts";
import { image, PASSWORD, PERSONAL_NUMBER, PIN, PINS, USER_CERTIFICATE } from "../fixture.ts";
import { beginning, bytes, type Client, chunks, exactly, matching, type Step, step } from "./conversation.ts";

/* myna, Rust and its older Go tree (my-number-card.md §5.2). */

const { signatureCa, authenticationCa, signature } = image().jpki;
const signCertificate = signature?.certificate() ?? new Uint8Array(0);
const { holder, serialNumber } = image();
const fourAttributes = attributes.encode({ ...holder, sex: "1" });

/** Seven bytes for the header, then the rest in pieces, the last one exact. */
const headed = (fid: number, content: Uint8Array): readonly Step[] => [
  step(E(fid), "9000", "SELECT the file"),
  step(R(0, 7), exactly(content.slice(0, 7)), "header"),
  ...chunks(content, "behind the header", 7),
];

const status = (fid: number, sw: string): readonly Step[] => [
  step(E(fid), "9000", "SELECT the PIN"),
  step(Q, sw, "must be 63xx, the low half is the count"),
];

const changed = (select: string, fid: number, before: string, after: string, change: string): readonly Step[] => [
  step(select, "9000", "SELECT the application"),
  step(E(fid), "9000", "SELECT the PIN"),
  step(change, "6982", "not before VERIFY"),
  step(P(before), "9000", "the old one"),
  step(change, "9000", "the new one, alone in the data field"),
  step(P(before), /^.{4}$/.test(before) ? "63C2" : "63C4", "the old one is good no more"),
  step(P(after), "9000", "the new one is"),
];

const front = [
  step(V, "9000", "券面AP"),
  step(E(0x0013), "9000", "照合番号A"),
  step(P(PERSONAL_NUMBER), "9000", "the number itself"),
  step(E(0x0002), "9000", "front of the card"),
  step(R(0, 7), beginning(7, "FF2082"), "two-byte length: more than 255 bytes follow"),
  step(R(7, 256), bytes(256), "Le 00: more than 255 are left"),
];

export const myna: Client = {
  name: "myna",
  conversations: [
    {
      does: "tells card from phone by the token label",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0006), "9000", "token information"),
        step(R(0, 0x20), matching(32, /^JPKIAPICCTOKEN2 {17}$/), "32 bytes, padded with blanks"),
      ],
    },
    {
      does: "tells an Android token, which shows its certificate after the PIN only",
      order: { carrier: "android" },
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0006), "9000", "token information"),
        step(R(0, 0x20), matching(32, /^JPKIAPGPSETOKEN {17}$/), "the secure element of a phone"),
        step(E(0x000a), "9000", "certificate"),
        step(R(0, 7), "6982", "not yet"),
        step(E(0x0018), "9000", "PIN"),
        step(P(PIN), "9000", "VERIFY before reading, on a phone"),
        ...headed(0x000a, USER_CERTIFICATE.der),
      ],
    },
    {
      does: "reads the four certificates: seven bytes, then pieces",
      steps: [
        step(J, "9000", "JPKI"),
        ...headed(0x000a, USER_CERTIFICATE.der),
        ...headed(0x000b, authenticationCa),
        ...headed(0x0002, signatureCa),
        step(E(0x001b), "9000", "password"),
        step(P(PASSWORD), "9000", "VERIFY"),
        ...headed(0x0001, signCertificate),
      ],
    },
    {
      does: "shows the tries of every PIN",
      steps: [
        step(X, "9000", "入力補助AP"),
        ...[0x0011, 0x0014, 0x0015].flatMap((fid) => status(fid, fid === 0x0011 ? "63C3" : "63CA")),
        step(V, "9000", "券面AP"),
        ...[0x0013, 0x0012, 0x0011].flatMap((fid) => status(fid, "63CA")),
        step(J, "9000", "JPKI"),
        ...status(0x0018, "63C3"),
        ...status(0x001b, "63C5"),
        step(COMMON, "9000", "共通カードAP"),
        ...status(0x001c, "63C3"),
        step(REGISTER, "9000", "住基AP"),
        ...status(0x001c, "63C3"),
      ],
    },
    {
      does: "reads number and attributes after the PIN",
      steps: [
        step(X, "9000", "入力補助AP"),
        step(E(0x0011), "9000", "PIN"),
        step(P(PIN), "9000", "VERIFY"),
        step(E(0x0001), "9000", "個人番号"),
        step(R(0, 0x11), exactly(fromHex(`FF100C${ascii(PERSONAL_NUMBER)}FFFF`)), "17 bytes"),
        ...headed(0x0002, fourAttributes),
      ],
    },
    {
      does: "reads integrity record, certificate and basic information by their known sizes (Go)",
      steps: [
        step(X, "9000", "入力補助AP"),
        step(E(0x0011), "9000", "PIN"),
        step(P(PIN), "9000", "VERIFY"),
        step(E(0x0003), "9000", "integrity record"),
        step("00B00000000150", bytes(336), "336 bytes by extended Le"),
        step(E(0x0004), "9000", "CV certificate"),
        step("00B00000000238", bytes(568), "568 bytes"),
        step(E(0x0005), "9000", "basic information"),
        step(R(0, 256), beginning(164, "FF4082009F DF4104 01030E01"), "fewer than the 256 asked for"),
      ],
    },
    { does: "reads the front with 照合番号A", steps: front },
    {
      does: "changes each PIN that can be changed",
      steps: [
        ...changed(J, 0x0018, PIN, "7777", changeTo("7777")),
        ...changed(J, 0x001b, PASSWORD, "NEW4567", changeTo("NEW4567")),
        ...changed(X, 0x0011, PIN, "8888", changeTo("8888")),
        ...changed(COMMON, 0x001c, PINS.common ?? "", "5555", changeKeyTo("5555")),
        ...changed(REGISTER, 0x001c, PINS.register ?? "", "6666", changeKeyTo("6666")),
      ],
    },
    {
      does: "keeps a changed PIN over a power cut",
      steps: [
        ...changed(J, 0x0018, PIN, "7777", changeTo("7777")),
        { happens: "power cut", why: "the card was taken away" },
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(P("7777"), "9000", "the new one"),
      ],
    },
    {
      does: "reads the card number, a record",
      steps: [
        step(COMMON, "9000", "共通カードAP"),
        step(
          "00B2010C00",
          exactly(fromHex(`011C${ascii(`${serialNumber}9999920300101`)}`)),
          "record 1 of the file with short id 1",
        ),
        step("00B2020C00", "6A83", "there is no second"),
      ],
    },
    {
      does: "sends what is longer than 255 bytes by extended Lc",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(P(PIN), "9000", "VERIFY"),
        step(E(0x0017), "9000", "key"),
        step(`802A0380${body("AB".repeat(300))}0000`, bytes(256), "300 bytes, hashed by the card"),
      ],
    },
  ],
};
