import { describe, expect, it } from "vitest";
import { fromHex, latin1, toHex } from "../../../simulator/kernel/bytes.ts";
import { CV_CA_DIGITS, cvCertificate, cvKeyId } from "../../../simulator/pki/cv-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { AIDS, COMMON, getData, parts, REGISTER, select } from "./apdus.ts";
import { card, image, talk } from "./fixture.ts";
import { certifiedBy } from "./issuer.ts";

const told = (tag: number, le = "00", subject = card()): Uint8Array => parts(talk(subject)(getData(tag, le))).data;

describe("GET DATA while no application is selected (my-number-card.md §1.7)", () => {
  it.each([
    ["issuer identification number", 0x0042, "SIMULATION 99999"],
    ["card identification number", 0x0045, image().serialNumber],
    ["municipality", 0x00f0, "99999"],
    ["expiry", 0x00f2, "20300101"],
  ])("%s", (_name, tag, text) => {
    expect(latin1(told(tag))).toBe(text);
  });

  it("card recognition data are GlobalPlatform's", () => {
    expect(toHex(told(0x0066))).toMatch(/^73..06072A864886FC6B01/);
  });

  it("two CV certificates, without their header, hang on each other, the upper one on the CA", () => {
    const [above, below] = [0x00f8, 0x7f21].map((tag) => fromHex(`7F21820233${toHex(told(tag, "000000"))}`));
    if (above === undefined || below === undefined) throw new Error("no certificates");
    const keyId = told(0x00f7);
    expect(cvCertificate.decode(above)).toMatchObject({
      issuerKeyId: cvKeyId(CV_CA_DIGITS.card, "001"),
      subjectKeyId: keyId,
    });
    expect(cvCertificate.decode(below).issuerKeyId).toEqual(keyId);
    expect(certifiedBy("card-cv-ca", above).equals(simulationKey("card-cv").publicKey)).toBe(true);
    expect(certifiedBy("card-cv", below)).toBeDefined();
  });

  it("the key id is that of the holder's own chain", () => {
    const [first, second] = [0, 1].map((keyIndex) => toHex(told(0x00f7, "00", card({ keyIndex }))));
    expect(first).not.toBe(second);
  });

  it.each([
    ["contactless", "3B888001000005E0B381A1007F", "DA13FF8131FB468012392F31C173C601C03B"],
    ["on its contacts, plain", "3BE000FF8131FE4514", "E000FF8131FE4514"],
    ["on its contacts, short", "3BC5FF8131FB458073C6010000", "C5FF8131FB458073C6010000"],
    ["on its contacts", "3BDA13FF8131FB468012392F31C173C601C03B", "DA13FF8131FB468012392F31C173C601C03B"],
  ])("the contact ATR without TS of a card that lies there %s", (_how, atr, withoutTs) => {
    expect(toHex(told(0x5f51, "00", card({ atr: fromHex(atr) })))).toBe(withoutTs);
  });

  it.each([
    ["a certificate by short Le: more than 256 bytes", getData(0x00f8), "6700"],
    ["without Le", "00CA0042", "6700"],
    ["an unknown tag", getData(0x00f1), "6A88"],
    ["OpenSC's probe", "00CADF3005", "6A88"],
    ["with a data field", "00CA0042010000", "6700"],
  ])("refuses %s", (_what, command, sw) => {
    expect(talk()(command)).toBe(sw);
  });

  it("is over once an application is selected, and there again with the card manager", () => {
    const send = talk();
    send(select(AIDS.jpki));
    expect(send(getData(0x0042))).toBe("6A88");
    expect(send(select(AIDS["card-manager"]))).toBe("9000");
    expect(latin1(parts(send(getData(0x0042))).data)).toBe("SIMULATION 99999");
  });
});

describe("records (my-number-card.md §1.6, §2.3)", () => {
  it("the card number: 01 1C, serial number, municipality, expiry", () => {
    const send = talk();
    send(COMMON);
    const { data } = parts(send("00B2010C00"));
    expect(toHex(data.slice(0, 2))).toBe("011C");
    expect(latin1(data.slice(2))).toBe(`${image().serialNumber}9999920300101`);
  });

  it("共通カードAP and 住基AP name one key", () => {
    const send = talk();
    const [common, register] = [COMMON, REGISTER].map((aid) => {
      send(aid);
      return send("00B2011400");
    });
    expect(common).toBe(register);
    expect(parts(common ?? "")).toMatchObject({ sw: "9000", data: cvKeyId(CV_CA_DIGITS.card, "001") });
  });

  it.each([
    ["no such record", "00B2020C00", "6A83"],
    ["record 0", "00B2000C00", "6A83"],
    ["another way of naming records", "00B2010D00", "6A86"],
    ["an unknown file", "00B2013400", "6A82"],
    ["a key", "00B201CC00", "6981"],
    ["no current file", "00B2010400", "6986"],
    ["no Le", "00B2010C", "6700"],
    ["READ BINARY of a record file", "00B0810000", "6981"],
  ])("%s", (_what, command, sw) => {
    const send = talk();
    send(COMMON);
    expect(send(command)).toBe(sw);
  });

  it("READ RECORD of a transparent file is 6981, of the current record file by short id 0 it works", () => {
    const send = talk();
    send(COMMON);
    send("00A4020C020001");
    expect(parts(send("00B2010400")).data).toHaveLength(30);
    expect(parts(send("00B201040A")).data).toHaveLength(10);
    send(select(AIDS.jpki));
    expect(send("00B2013400")).toBe("6981");
  });
});
