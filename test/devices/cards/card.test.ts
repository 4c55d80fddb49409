import { createHash, createPublicKey, sign, verify, X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardApplications } from "../../../devices/cards/applications/index.ts";
import { keepApdu } from "../../../devices/cards/field.ts";
import { cardFront } from "../../../devices/cards/files/card-front.ts";
import { frontIsGenuine } from "../../../devices/cards/files/front-signature.ts";
import { command, decodeCommand } from "../../../devices/iso7816/apdu.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { CV_CA_DIGITS, cvKeyId, issueCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { ascii, card, PIN, PINS, REFERENCE_NUMBER_B, SELECT_JPKI, SELECT_SURFACE, talk } from "./fixture.ts";

const VERIFY_PIN = `0020008004${ascii(PIN)}`;
const WRONG_PIN = `0020008004${ascii("9999")}`;
const DIGEST_INFO = `3031300D060960864801650304020105000420${createHash("sha256").update("challenge").digest("hex")}`;

describe("files of the applications", () => {
  it.each(
    cardApplications.flatMap(({ id, objects }) =>
      objects.flatMap((object) => (object.kind === "file" ? [[id, object.name.en, object] as const] : [])),
    ),
  )("%s, %s: the vectors in the row hold", (_id, _name, file) => {
    expect(file.check()).toEqual([]);
  });

  it("ids are unique in an application and fit the short form", () => {
    for (const { objects } of cardApplications) {
      expect(new Set(objects.map(({ fid }) => fid)).size).toBe(objects.length);
      expect(objects.every(({ fid }) => fid > 0 && fid < 0x1f)).toBe(true);
    }
  });
});

describe("selecting and reading", () => {
  it.each([
    ["an application without FCI", SELECT_JPKI, "9000"],
    ["an application with FCI", "00A404000A D392F000260100000001 00", "6F0C840AD392F0002601000000019000"],
    ["a partial name", "00A4040C05 D392F00026", "9000"],
    ["an unknown application", "00A4040C07 A0000000030000", "6A82"],
    ["a name too short to mean anything", "00A4040C02 D392", "6A82"],
    ["an unknown P2", "00A404010A D392F000260100000001", "6A86"],
    ["the MF, which the card does not have", "00A4000C023F00", "6A82"],
    ["an unknown class", "10A40000", "6E00"],
    ["secure messaging", "0CA4040C05 D392F00026", "6882"],
    ["an unknown instruction before any application", "00CB004200", "6D00"],
  ])("answers %s", (_title, hex, expected) => {
    expect(talk()(hex.replaceAll(" ", ""))).toBe(expected);
  });

  it("a foreign AID flood finds nothing (my-number-card.md §5.1)", () => {
    const send = talk();
    for (const aid of [
      "62760 1FF000000",
      "A00000000101",
      "E82B0601040181C31F0201",
      "D23300000045737445494420763335",
      "A000000308000010 00",
      "A000000116DB00",
      "F276A288BCFBA69D34F31001",
      "A000000397425446 59",
      "D27600012401",
    ]) {
      const hex = aid.replaceAll(" ", "");
      expect(send(`00A4040C${(hex.length / 2).toString(16).padStart(2, "0")}${hex}`)).toBe("6A82");
    }
  });

  it("reads the user certificate freely, by file id, by short id and with extended Le, padded with FF", () => {
    const send = talk();
    send(SELECT_JPKI.replaceAll(" ", ""));
    expect(send("00A4020C02000A")).toBe("9000");
    const whole = send("00B08A00000000");
    expect(whole).toHaveLength((2048 + 2) * 2);
    expect(whole.startsWith(send("00B0000020").slice(0, 64))).toBe(true);
    expect(send("00B08A0004").slice(-4)).toBe("9000");
    expect(new X509Certificate(fromHex(whole)).serialNumber).toBe("11223344");
  });

  it("ends a read at the file's end with 9000 and begins none behind it: 6B00", () => {
    const send = talk();
    send(SELECT_JPKI.replaceAll(" ", ""));
    send("00A4020C020006");
    expect(send("00B0009000")).toHaveLength((160 - 0x90) * 2 + 4);
    expect(send("00B000A000")).toBe("6B00");
    expect(send("00B0FFFF00")).toBe("6A82"); // P1 bit 8: short id 1F
  });

  it.each([
    ["nothing selected", [], "00B0000010", "6986"],
    ["a PIN is no file", ["00A4020C020018"], "00B0000010", "6981"],
    ["a key is no file", ["00A4020C020017"], "00B0000010", "6981"],
    ["no right to the front", ["00A4020C020002"], "00B0000010", "6982"],
  ])("refuses to read when %s", (_title, before, hex, expected) => {
    const send = talk();
    send((expected === "6982" ? SELECT_SURFACE : SELECT_JPKI).replaceAll(" ", ""));
    for (const step of before) send(step);
    expect(send(hex)).toBe(expected);
  });
});

describe("PINs", () => {
  const atPin = () => {
    const subject = card();
    const send = talk(subject);
    send(SELECT_JPKI.replaceAll(" ", ""));
    send("00A4020C020018");
    return { subject, send };
  };

  it("count wrong presentations down to 63C0 and are blocked with 6984 then", () => {
    const { send } = atPin();
    expect([WRONG_PIN, WRONG_PIN, WRONG_PIN, VERIFY_PIN].map(send)).toEqual(["63C2", "63C1", "63C0", "6984"]);
    expect(send("00200080")).toBe("63C0");
  });

  it("answer a query with the counter, at no cost and never 9000", () => {
    const { send } = atPin();
    expect(["00200080", "00200080", VERIFY_PIN, "00200080"].map(send)).toEqual(["63C3", "63C3", "9000", "63C3"]);
  });

  it("are back at their full count after the right digits, and can be named by short id", () => {
    const { send } = atPin();
    expect([WRONG_PIN, WRONG_PIN, `0020009804${ascii(PIN)}`, "00200080"].map(send)).toEqual([
      "63C2",
      "63C1",
      "9000",
      "63C3",
    ]);
  });

  it("keep their counter over power-off: a lock is the card's, not the reader's", () => {
    const { subject, send } = atPin();
    send(WRONG_PIN);
    const again = talk(subject);
    again(SELECT_JPKI.replaceAll(" ", ""));
    again("00A4020C020018");
    expect(again("00200080")).toBe("63C2");
  });

  it("refuse what is too long, and a 顔認証 card has none", () => {
    const { send } = atPin();
    expect(send(`0020008011${"31".repeat(17)}`)).toBe("6700");
    const faceOnly = talk(card({ carrier: "face-only", pins: { ...PINS, authentication: undefined } }));
    faceOnly(SELECT_JPKI.replaceAll(" ", ""));
    faceOnly("00A4020C020018");
    expect([faceOnly("00200080"), faceOnly(VERIFY_PIN)]).toEqual(["63C0", "6984"]);
  });

  it("begin with the tries a patient has left", () => {
    const send = talk(card({ pins: { ...PINS, authenticationTriesUsed: 2 } }));
    send(SELECT_JPKI.replaceAll(" ", ""));
    send("00A4020C020018");
    expect(send("00200080")).toBe("63C1");
  });
});

describe("signing", () => {
  const SIGN = `802A008033${DIGEST_INFO}00`;

  it("needs the PIN, and then signs what openssl-like software verifies", () => {
    const send = talk();
    send(SELECT_JPKI.replaceAll(" ", ""));
    send("00A4020C020017");
    expect(send(SIGN)).toBe("6982");
    send("00A4020C020018");
    send(VERIFY_PIN);
    send("00A4020C020017");
    const signature = send(SIGN);
    expect(signature.slice(-4)).toBe("9000");
    const key = simulationKey("card-authentication").publicKey;
    expect(verify("sha256", Buffer.from("challenge"), key, fromHex(signature.slice(0, -4)))).toBe(true);
  });

  it("accepts a DigestInfo without NULL: the input is taken verbatim (my-number-card.md §5.4)", () => {
    const send = talk();
    for (const step of [SELECT_JPKI.replaceAll(" ", ""), "00A4020C020018", VERIFY_PIN, "00A4020C020017"]) send(step);
    const info = `302F300B0609608648016503040201 0420${"AB".repeat(32)}`.replaceAll(" ", "");
    expect(send(`802A008031${info}00`).slice(-4)).toBe("9000");
  });

  it("loses the right with another application and with power, keeps it on the same one", () => {
    const subject = card();
    const send = talk(subject);
    const jpki = SELECT_JPKI.replaceAll(" ", "");
    for (const step of [jpki, "00A4020C020018", VERIFY_PIN, jpki, "00A4020C020017"]) send(step);
    expect(send(SIGN).slice(-4)).toBe("9000");
    send(SELECT_SURFACE.replaceAll(" ", ""));
    send(jpki);
    send("00A4020C020017");
    expect(send(SIGN)).toBe("6982");
    for (const step of ["00A4020C020018", VERIFY_PIN]) send(step);
    const again = talk(subject);
    for (const step of [jpki, "00A4020C020017"]) again(step);
    expect(again(SIGN)).toBe("6982");
  });

  it.each([
    ["unknown P1", "802A068033"],
    ["unknown P2", "802A007033"],
  ])("refuses %s", (_title, head) => {
    const send = talk();
    send(SELECT_JPKI.replaceAll(" ", ""));
    expect(send(`${head}${DIGEST_INFO}00`)).toBe("6A86");
  });
});

describe("the front of the card", () => {
  it("opens with reference number B and only with it; the issuer signed it", () => {
    const send = talk();
    send(SELECT_SURFACE.replaceAll(" ", ""));
    send("00A4020C020012");
    expect(send(`002000800E${ascii("90010120301234")}`)).toBe("63C9");
    expect(send(`002000800E${ascii(REFERENCE_NUMBER_B)}`)).toBe("9000");
    const front = cardFront.decode(fromHex(send("00B08200000000").slice(0, -4)));
    const certificate = fromHex(send("00B08400000000").slice(0, -4));
    const ca = simulationKey("card-surface-cv-ca").publicKey;
    expect(front.birthdate).toBe("19900101");
    expect(frontIsGenuine(front, certificate, ca)).toBe(true);
    expect(frontIsGenuine({ ...front, photo: new Uint8Array(3) }, certificate, ca)).toBe(false);
    expect(frontIsGenuine(front, certificate, simulationKey("terminal-cv-ca").publicKey)).toBe(false);
  });

  it("proves itself without any PIN: internal authentication with the key the front names", () => {
    const send = talk();
    send(SELECT_SURFACE.replaceAll(" ", ""));
    const proof = fromHex(send(`802A000033${DIGEST_INFO}00`).slice(0, -4));
    const n = Buffer.from(simulationKey("card-internal-authentication").modulus).toString("base64url");
    const key = createPublicKey({ key: { kty: "RSA", n, e: "AQAB" }, format: "jwk" });
    expect(verify("sha256", Buffer.from("challenge"), key, proof)).toBe(true);
  });
});

describe("the PIN-less path (the simulator's own, my-number-card.md §8 D-09)", () => {
  const terminal = simulationKey("terminal-cv");
  const ids = {
    issuerKeyId: cvKeyId(CV_CA_DIGITS.terminal, "001"),
    subjectKeyId: cvKeyId(CV_CA_DIGITS.terminal, "002"),
  };
  const genuine = issueCvCertificate({ ...ids, subjectKey: terminal }, simulationKey("terminal-cv-ca"));
  const forged = issueCvCertificate({ ...ids, subjectKey: terminal }, simulationKey("card-surface-cv-ca"));

  function present(certificate: Uint8Array, signer = terminal) {
    const subject = card();
    subject.powerOn();
    const send = (...parts: Parameters<typeof command>) => subject.transmit(command(...parts)).response;
    send(0x00, 0xa4, 0x04, 0x0c, fromHex("D392F000260100000001"));
    send(0x00, 0xa4, 0x02, 0x0c, fromHex("0016"));
    const first = send(0x80, 0xa2, 0x06, 0xc1, certificate.slice(0, 307)).sw;
    const second = send(0x80, 0xa2, 0x00, 0xc1, certificate.slice(307)).sw;
    const challenge = send(0x00, 0x84, 0, 0, undefined, 32).data;
    const proof = new Uint8Array(sign("sha256", challenge, signer.privateKey));
    const authenticated = send(0x00, 0x82, 0, 0x96, proof).sw;
    const again = send(0x00, 0x82, 0, 0x96, proof).sw;
    send(0x00, 0xa4, 0x02, 0x0c, fromHex("0017"));
    return { first, second, authenticated, again, signed: send(0x80, 0x2a, 0, 0x80, fromHex(DIGEST_INFO), 256).sw };
  }

  it("lets a terminal with a genuine certificate sign, its challenge good once", () => {
    expect(present(genuine)).toEqual({
      first: 0x9000,
      second: 0x9000,
      authenticated: 0x9000,
      again: 0x6985,
      signed: 0x9000,
    });
  });

  it("refuses a certificate of another CA, and a terminal without the certified key", () => {
    expect(present(forged)).toMatchObject({ second: 0x6300, authenticated: 0x6985, signed: 0x6982 });
    expect(present(genuine, simulationKey("terminal-cv", 1))).toMatchObject({
      second: 0x9000,
      authenticated: 0x6300,
      signed: 0x6982,
    });
  });

  it("answers a signature of the wrong length with 6700", () => {
    const send = talk();
    send(SELECT_JPKI.replaceAll(" ", ""));
    send("00A4020C020016");
    expect(send(`80A200C1000100${"00".repeat(256)}`)).toBe("6700");
  });
});

describe("any bytes", () => {
  it("never throw, always give two status bytes, never a PIN, and never raise a counter", () => {
    const subject = card();
    subject.powerOn();
    const query = (): number => {
      subject.transmit(command(0x00, 0xa4, 0x04, 0x0c, fromHex("D392F000260100000001")));
      subject.transmit(command(0x00, 0xa4, 0x02, 0x0c, fromHex("0018")));
      return subject.transmit(command(0x00, 0x20, 0x00, 0x80)).response.sw;
    };
    let before = query();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 40 }), (raw) => {
        const apdu = decodeCommand(raw);
        if (apdu === undefined) return;
        const { response } = subject.transmit(apdu);
        expect(response.sw).toBeGreaterThanOrEqual(0x6000);
        expect(response.sw).toBeLessThanOrEqual(0xffff);
        const after = query();
        expect(after).toBeLessThanOrEqual(before);
        before = after;
      }),
      { numRuns: 500 },
    );
  });

  it("what is private never reaches the evidence, only its mark", () => {
    const subject = card();
    subject.powerOn();
    const keep = (...parts: Parameters<typeof command>) => {
      const apdu = command(...parts);
      const { response, application, holds } = subject.transmit(apdu);
      return keepApdu({ reader: "R1", command: apdu, response, application, holds });
    };
    keep(0x00, 0xa4, 0x04, 0x0c, fromHex("D392F000260100000001"));
    keep(0x00, 0xa4, 0x02, 0x0c, fromHex("0018"));
    expect(keep(0x00, 0x20, 0x00, 0x80, Buffer.from(PIN))).toEqual({
      message: { reader: "R1", application: "jpki", command: "00200080«pin»", response: "9000" },
      marks: ["pin"],
    });
    keep(0x00, 0xa4, 0x04, 0x0c, fromHex("D3921000310001010402"));
    keep(0x00, 0xa4, 0x02, 0x0c, fromHex("0012"));
    keep(0x00, 0x20, 0x00, 0x80, Buffer.from(REFERENCE_NUMBER_B));
    expect(keep(0x00, 0xb0, 0x82, 0x00, undefined, 256).message.response).toBe("«photo»9000");
  });
});
