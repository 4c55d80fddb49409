import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardProfile } from "../../../devices/cards/choices.ts";
import { foreignCards } from "../../../devices/cards/foreign/index.ts";
import { response } from "../../../devices/iso7816/apdu.ts";
import { MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { NO_ANSWER, SW } from "../../../devices/iso7816/status-word.ts";
import { caCertificateOf } from "../../../devices/probe/ca-certificate.ts";
import { storageCardOf, storageCardVectors } from "../../../devices/probe/contactless.ts";
import { cardKinds, kindOf } from "../../../devices/probe/kinds.ts";
import { probePlan } from "../../../devices/probe/plan.ts";
import { probeCard } from "../../../devices/probe/probe.ts";
import type { ProbeReport } from "../../../devices/probe/report.ts";
import { probeText } from "../../../devices/probe/words.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { authorityOf } from "../../../simulator/pki/generations.ts";
import { card, PERSONAL_NUMBER, PIN, PINS, REFERENCE_NUMBER_B, talk } from "../cards/fixture.ts";
import { answering, atOnce, probed, scripted } from "./probing.ts";

const SELECT_JPKI = "00A4040C0A D392F000260100000001";
const ascii = (text: string): string => Buffer.from(text, "latin1").toString("hex");
const FELICA_ATR = fromHex("3B 8F 80 01 80 4F 0C A0 00 00 03 06 11 00 3B 00 00 00 00 42");
const stateOf = ({ credentials }: ProbeReport, id: string) => credentials.find((credential) => credential.id === id);
const both = (report: ProbeReport): string => probeText(report, "R", "ja") + probeText(report, "R", "en");

/** A carrier with this token label and nothing else. */
const labelled = (label: string) =>
  scripted({
    "00A4040C0AD392F000260100000001": "9000",
    "00A4020C020006": "9000",
    "00B0000020": `${ascii(label.padEnd(32, " "))}9000`,
    "00A4020C020018": "9000",
    "00200080": "63C3",
  });

describe("probing the emulated My Number card", () => {
  const report = probed(card());

  it("recognises it and finds its five applications", () => {
    expect(report.kind).toBe("my-number-card");
    expect(report.tokenLabel).toBe("JPKIAPICCTOKEN2");
    expect(report.applications.filter(({ answer }) => answer === "there").map(({ id }) => id)).toEqual([
      "jpki",
      "card-surface",
      "text-input",
      "resident-register",
      "common-card",
    ]);
  });

  it("tells the tries of every PIN and number", () => {
    expect(Object.fromEntries(report.credentials.map(({ id, triesLeft }) => [id, triesLeft]))).toEqual({
      "authentication-pin": 3,
      "signature-password": 5,
      "surface-number-a": 10,
      "surface-number-b": 10,
      "text-pin": 3,
      "text-number-a": 10,
      "text-number-b": 10,
      "register-pin": 3,
      "common-pin": 3,
    });
  });

  it("names the generation of both CAs and that the user certificate is there", () => {
    expect(report.userCertificateThere).toBe(true);
    for (const ca of ["authentication-ca", "signature-ca"]) {
      expect(report.caCertificates[ca]).toMatchObject({
        generation: 3,
        firstDay: "20230716",
        lastDay: "20330715",
        subject: expect.stringContaining("O=SIM-JPKI"),
      });
    }
    expect(report.versions).toEqual({ "surface-version": "06030E01", "text-version": "01030E01" });
  });

  it("reads the ATR as the decoder does", () => {
    expect(report.atr).toMatchObject({ protocols: [0, 1], tck: "valid", contactless: true, complete: true });
  });

  it("leaves no trace of the holder in report or words", () => {
    const kept = JSON.stringify(report) + both(report);
    for (const secret of [PIN, PERSONAL_NUMBER, REFERENCE_NUMBER_B, "模擬　太郎", "19900101", "99999", "SIM123"]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(ascii(secret).toUpperCase());
    }
  });

  it("leaves the card as it was: the PIN works, with all its tries", () => {
    const subject = card();
    probed(subject);
    const say = talk(subject);
    say(SELECT_JPKI);
    say("00A4020C020018");
    expect([say("00200080"), say(`0020008004${ascii(PIN)}`)]).toEqual(["63C3", "9000"]);
    expect(JSON.stringify(probed(subject).credentials)).toBe(JSON.stringify(report.credentials));
  });

  it("is the same through every ATR, that of a FeliCa card too", () => {
    for (const atr of [...Object.values(MY_NUMBER_ATRS), FELICA_ATR]) {
      expect(probed(card({ atr })).kind).toBe("my-number-card");
    }
  });

  it("warns of the last try, in both languages", () => {
    const text = both(probed(card({ pins: { ...PINS, authenticationTriesUsed: 2 } })));
    expect(text).toContain("1 try left; one more mistake blocks it");
    expect(text).toContain("次に間違えると使えなくなります");
  });

  it("tells a blocked PIN and where it is set anew", () => {
    const blocked = probed(card({ pins: { ...PINS, authenticationTriesUsed: 3 } }));
    expect(stateOf(blocked, "authentication-pin")).toMatchObject({ state: "blocked", statusWord: "63C0" });
    expect(both(blocked)).toMatch(/市区町村の窓口[\s\S]*set anew at the municipality/);
    expect(both(blocked)).not.toContain("顔認証マイナンバーカード");
  });

  it("thinks of the card without PINs when all are blocked", () => {
    const text = both(
      probed(
        card({
          carrier: "face-only",
          pins: { ...PINS, authentication: undefined, signature: undefined, text: undefined },
        }),
      ),
    );
    expect(text).toContain("perhaps a 顔認証マイナンバーカード");
  });

  it("tells of a PIN that is not there", () => {
    const profile = cardProfile(["faceOnlyPins=absent"]);
    const report = probed(card({ carrier: "face-only", profile }));
    expect(stateOf(report, "authentication-pin")).toEqual({ id: "authentication-pin", state: "absent" });
    expect(both(report)).toContain("user authentication PIN (4 digits): not there");
  });

  it.each([
    ["android", "android-token"],
    ["iphone", "iphone-token"],
  ] as const)("recognises the phone (%s) by its label, with one application", (carrier, kind) => {
    const phone = probed(card({ carrier }));
    expect([phone.kind, phone.applications.filter(({ answer }) => answer === "there").length]).toEqual([kind, 1]);
    expect(stateOf(phone, "authentication-pin")).toMatchObject({ triesLeft: 3 });
  });
});

describe("probing other cards", () => {
  it.each(cardKinds.map((kind) => [kind.id, kind] as const))("%s: its vector is of this kind", (id, { vector }) => {
    const {
      there,
      ...others
    }: { there: readonly string[]; tokenLabel?: string; storage?: { name: string; family: "felica" | "other" } } =
      vector;
    const known = new Set(vector.there);
    expect(there).toHaveLength(known.size);
    expect(kindOf({ there: known, tokenLabel: others.tokenLabel, storageCard: others.storage })).toBe(id);
  });

  it.each([
    ["HPKI", "00A4040010E828BD080FA00000039100000000000100", "hpki-card"],
    ["licence", "00A4040C10A0000002310100000000000000000000", "driving-licence"],
    ["residence", "00A4040C10D392F0004F0200000000000000000000", "residence-card"],
    ["PPSE", "00A404000E325041592E5359532E444446303100", "payment-card"],
    ["PSE", "00A404000E315041592E5359532E444446303100", "payment-card"],
  ])("%s is recognised by its application, with FCI or with more to fetch", (_title, select, kind) => {
    for (const answer of ["9000", "6F009000", "6110"]) {
      expect(atOnce(probeCard(MY_NUMBER_ATRS.contactless, scripted({ [select]: answer }))).kind).toBe(kind);
    }
  });

  it("names cards without commands as their readers' ATR does, and asks all the same", () => {
    for (const { vector, name } of storageCardVectors) expect(storageCardOf(fromHex(vector))?.name).toBe(name);
    const felica = atOnce(probeCard(FELICA_ATR, scripted({})));
    expect([felica.kind, felica.storageCard]).toEqual(["felica", "FeliCa"]);
    expect(felica.sent.map(({ step }) => step)).toEqual(
      probePlan.filter(({ learns }) => learns === "application").map(({ id }) => id),
    );
    expect(storageCardOf(MY_NUMBER_ATRS.contactless)).toBeUndefined();
  });

  it.each([
    ["felica", "felica"],
    ["mifare-classic", "storage-card"],
    ["payment-card", "payment-card"],
    ["driving-licence", "driving-licence"],
    ["hpki-card", "hpki-card"],
    ["juki-card", "resident-card"],
    ["blank-card", "unknown"],
  ])("tells the emulated %s as what it is, and no application is unclear", (id, kind) => {
    const foreign = foreignCards.find((candidate) => candidate.id === id);
    const report = probed(foreign?.make(rngFromSeed(1)) ?? card());
    expect(report.kind).toBe(kind);
    expect(report.applications.filter(({ answer }) => answer === "unclear")).toEqual([]);
  });

  it("does not ask the PINs of a carrier nobody has measured", () => {
    for (const [label, kind] of [
      ["JPKIAPICCTOKEN", "resident-card"],
      ["JPKINEWTOKEN", "jpki-unknown"],
    ] as const) {
      const report = atOnce(probeCard(MY_NUMBER_ATRS.contactless, labelled(label)));
      expect([report.kind, report.triesNotAsked]).toEqual([kind, true]);
      expect(report.sent.map(({ command }) => command)).not.toContain("00200080");
      expect(both(report)).toMatch(/尋ねていません[\s\S]*not asked/);
    }
    expect(atOnce(probeCard(MY_NUMBER_ATRS.contactless, labelled("JPKIAPICCTOKEN2"))).triesNotAsked).toBe(false);
  });

  it("says at which step a card fell silent, and sends nothing more", () => {
    let commands = 0;
    const report = atOnce(
      probeCard(
        MY_NUMBER_ATRS.contactless,
        answering(() => response(++commands === 4 ? NO_ANSWER : SW.ok)),
      ),
    );
    expect([report.silentAt, commands]).toEqual(["user-certificate", 4]);
    expect(both(report)).toMatch(/応答しなくなりました[\s\S]*fell silent/);
  });

  it.each([
    ["63C2", { state: "left", triesLeft: 2 }],
    ["63C0", { state: "blocked" }],
    ["6984", { state: "blocked" }],
    ["6983", { state: "blocked" }],
    ["6300", { state: "unlimited" }],
    ["9000", { state: "verified" }],
    ["6D00", { state: "unclear" }],
  ])("understands %s as the answer to the question for tries", (sw, state) => {
    const rows = scripted({
      "00A4040C0AD392F000260100000001": "9000",
      "00A4020C020006": "9000",
      "00B0000020": `${ascii("JPKIAPICCTOKEN2".padEnd(32, "\0"))}9000`,
      "00A4020C020018": "9000",
      "00200080": sw,
    });
    const report = atOnce(probeCard(MY_NUMBER_ATRS.contactless, rows));
    expect(stateOf(report, "authentication-pin")).toMatchObject(state);
    expect(both(report)).not.toContain("undefined");
  });
});

describe("a hostile card", () => {
  it("cannot make the probe throw, or send more than it means to", () => {
    const answers = fc.array(
      fc.tuple(
        fc.constantFrom(SW.ok, SW.ok, SW.endOfFile, SW.notFound, 0x6110, 0x63c0, 0xffff),
        fc.uint8Array({ maxLength: 300 }),
      ),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(answers, fc.uint8Array({ maxLength: 40 }), (script, atr) => {
        let turn = 0;
        const report = atOnce(
          probeCard(
            atr,
            answering(() => {
              const [sw, data] = script[turn++ % script.length] ?? [SW.notFound, new Uint8Array(0)];
              return response(sw, data);
            }),
          ),
        );
        expect(report.sent.length).toBeLessThan(probePlan.length + 2 * 4_096);
        expect(both(report)).not.toMatch(/undefined|NaN|(?!\n)\p{Cc}/u);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["says it is longer than the probe may read is not read on", "3082FFF0", 256, 3],
    ["ends before its length says is given up", "30820400", 0, 4],
  ])("whose certificate %s", (_title, header, moreBytes, commands) => {
    let reads = 0;
    const report = atOnce(
      probeCard(
        MY_NUMBER_ATRS.contactless,
        answering(({ ins, p1, data }) => {
          if (ins === 0xb0) {
            if (++reads > 50) throw new Error("reads without end");
            const first = fromHex(header.padEnd(512, "0"));
            return response(SW.ok, reads === 1 ? first : new Uint8Array(moreBytes));
          }
          const found = p1 === 0x04 ? toHex(data).startsWith("D392F00026") : toHex(data) === "000B";
          return response(found ? SW.ok : SW.notFound);
        }),
      ),
    );
    expect(report.caCertificates).toEqual({ "authentication-ca": null });
    expect(report.sent.filter(({ step }) => step.startsWith("authentication-ca"))).toHaveLength(commands - 1);
    expect(both(report)).toMatch(/読み出せません[\s\S]*cannot be read/);
  });

  it("whose certificate is none has none", () => {
    expect(caCertificateOf(fromHex("3003020105"))).toBeUndefined();
    expect(caCertificateOf(new Uint8Array(0))).toBeUndefined();
    const { certificate } = authorityOf("signature", civilDate("2016-01-01"));
    expect(caCertificateOf(certificate.der)).toMatchObject({ generation: 1, firstDay: "20151020" });
    expect(toHex(certificate.der)).toHaveLength(certificate.der.length * 2);
  });

  it("cannot write into the terminal", () => {
    const report = atOnce(probeCard(MY_NUMBER_ATRS.contactless, labelled("\u001b[2Jx\u0007")));
    expect(report.tokenLabel).toBe("?[2Jx?");
  });
});
