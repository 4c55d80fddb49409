import { describe, expect, it } from "vitest";
import { cardProfile } from "../../../devices/cards/choices.ts";
import { decodeCommand } from "../../../devices/iso7816/apdu.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import {
  ascii,
  body,
  COMMON,
  DIGEST_INFO,
  E,
  getData,
  J,
  P,
  Q,
  R,
  REGISTER,
  sign,
  swOf,
  V,
  verifyBy,
  X,
} from "./apdus.ts";
import { card, cardThat, PIN, PINS, talk } from "./fixture.ts";
import { inSlot } from "./in-slot.ts";
import { PRESENT_FIRST, PRESENT_SECOND } from "./opened.ts";

const blocked = () => card({ pins: { ...PINS, authenticationTriesUsed: 3 } });
const blockedIso = () =>
  card({ pins: { ...PINS, authenticationTriesUsed: 3 }, profile: cardProfile(["blockedVerify=6983"]) });

/** Rows of my-number-card.md §2.8: the case, what leads to it, what the card answers to the last command. */
const rows: readonly (readonly [
  title: string,
  commands: readonly string[],
  sw: string,
  subject?: () => ReturnType<typeof card>,
])[] = [
  ["unknown AID", ["00A4040C07A0000000031010"], "6A82"],
  ["unknown EF", [J, E(0x0003)], "6A82"],
  ["P1 P2 wrong for INS", [J, "00A4080C020018"], "6A86"],
  ["no right to read", [J, E(0x0001), R(0, 4)], "6982"],
  ["no right to sign", [J, sign(DIGEST_INFO, 0x97)], "6982"],
  ["wrong PIN, 2 left", [J, verifyBy(0x18, "9999")], "63C2"],
  ["last try used", [J, ...Array(3).fill(verifyBy(0x18, "9999"))], "63C0"],
  ["VERIFY when blocked", [J, verifyBy(0x18, PIN)], "6984", blocked],
  ["VERIFY when blocked, as ISO has it", [J, verifyBy(0x18, PIN)], "6983", blockedIso],
  ["query when blocked", [J, E(0x0018), Q], "63C0", blocked],
  ["query when blocked, as ISO has it", [J, E(0x0018), Q], "63C0", blockedIso],
  ["wrong length", [J, `0020009811${"31".repeat(17)}`], "6700"],
  ["conditions not satisfied", [V, `0088009A${body("C3".repeat(8))}00`], "6985"],
  ["command against the wrong kind of EF", [J, E(0x0018), R(0, 4)], "6981"],
  ["no current EF", [J, R(0, 4)], "6986"],
  ["offset outside the file", [J, E(0x0006), R(0xa0, 4)], "6B00"],
  ["end of file before Le", [J, E(0x0006), R(0x9f, 4)], "9000"],
  ["end of file before Le, as ISO has it", [J, E(0x0006), R(0x9f, 4)], "6282", () => cardThat("readAcrossEnd=6282")],
  ["record not found", [COMMON, "00B2020C00"], "6A83"],
  ["data object not found", [getData(0x00f1)], "6A88"],
  ["data object not found in an application", [J, "00CADF3005"], "6A88"],
  ["wrong data field", [J, E(0x0018), P(PIN), `0024018004${ascii("ABCD")}`], "6A80"],
  ["INS unknown", [J, "00B7000000"], "6D00"],
  ["INS unknown in class 80", [J, "80B0000000"], "6D00"],
  ["INS unknown, OpenSC's PIV probe", ["00CB3FFF035C017E08"], "6D00"],
  ["the card's own class with an ISO command", [J, "80A4040C05D392F00026"], "6D00"],
  ["CLA unknown", ["10A4040C05D392F00026"], "6E00"],
  ["CLA unknown: with secure messaging and channel 1", ["0DA4040C05D392F00026"], "6E00"],
  ["CLA of a reader", ["FFB0000004"], "6E00"],
  ["verification failed", [J, E(0x0016), PRESENT_FIRST, `${PRESENT_SECOND.slice(0, -8)}00000000`], "6300"],
];

describe("status words by case (my-number-card.md §2.8)", () => {
  it.each(rows.map(([title, commands, sw, subject = card]) => ({ title, commands, sw, subject })))(
    "$title: $sw",
    ({ commands, sw, subject }) => {
      expect(swOf(commands.map(talk(subject())).at(-1) ?? "")).toBe(sw);
    },
  );
});

describe("secure messaging, which the card does not speak (my-number-card.md §2.1)", () => {
  it.each(["08", "0C"])("class %s: 6882 to SELECT, 69FC to READ BINARY and VERIFY", (cla) => {
    const send = talk();
    send(J);
    const commands = [`${cla}A4040C05D392F00026`, `${cla}B0000010`, `${cla}20008004${ascii(PIN)}`, `${cla}84000008`];
    expect(commands.map(send)).toEqual(["6882", "69FC", "69FC", "6882"]);
  });

  it.each(["04", "84", "8C", "01", "40", "A0", "FF"])("class %s is unknown", (cla) => {
    expect(talk()(`${cla}A4040C05D392F00026`)).toBe("6E00");
  });

  it.each([
    ["共通カードAP", COMMON, "66F1"],
    ["券面事項確認AP", V, "66F1"],
    ["公的個人認証AP", J, "6982"],
    ["住基AP", REGISTER, "6982"],
    ["券面事項入力補助AP before the PIN", X, "6982"],
  ])("SET SESSION KEY in %s", (_name, application, sw) => {
    const send = talk();
    send(application);
    expect(send(`80AE0000${body("00".repeat(256))}`)).toBe(sw);
  });

  it("SET SESSION KEY after the PIN is 6985: the real card opens a session there, ours has none (§2.7, out of scope)", () => {
    const send = talk();
    for (const step of [X, verifyBy(0x11, PIN)]) send(step);
    expect(send(`80AE0000${body("00".repeat(256))}`)).toBe("6985");
  });

  it.each([J, V, X, COMMON, REGISTER])("80 FC 00 00, the iPhone's, is 6700 after %s", (application) => {
    const send = talk();
    send(application);
    expect(send("80FC0000")).toBe("6700");
  });
});

describe("bytes that are no command", () => {
  it.each([
    ["nothing", ""],
    ["three bytes", "00A404"],
    ["Lc without its data", "00A4040C0AD392"],
    ["more bytes than Lc and Le say", "00A4040C05D392F000260000"],
    ["an extended Lc without its data", "0020008000003132"],
    ["an extended Lc without its second half", "0020008000FF"],
  ])("%s: 6700, and the card goes on", (_title, hex) => {
    expect(decodeCommand(fromHex(hex))).toBeUndefined();
    const slot = inSlot(card());
    expect([hex, J].map(slot.send)).toEqual(["6700", "9000"]);
  });

  it("a chip without power says nothing a reader would pass on: 6985 to whoever asks the core", () => {
    const subject = card();
    const send = talk(subject);
    subject.powerOff();
    expect(send(J)).toBe("6985");
  });
});
