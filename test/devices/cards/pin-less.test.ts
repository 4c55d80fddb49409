import { sign as signWith, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { CV_CA_DIGITS, cvKeyId, issueCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { type KeyPair, simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { body, DIGEST_INFO, E, J, MESSAGE, parts, sign, swOf, V, verifyBy } from "./apdus.ts";
import { card, cardThat, PIN, talk } from "./fixture.ts";
import { PRESENT_FIRST, PRESENT_SECOND, proveTerminal, terminalCertificate } from "./opened.ts";

/* The simulator's own way to sign without a PIN; only the `80 A2` pair was seen in public (my-number-card.md §8 D-09). */

const [template, signature] = [terminalCertificate.slice(0, 307), terminalCertificate.slice(307)];
const first = (bytes: Uint8Array): string => `80A206C1${body(toHex(bytes))}`;
const second = (bytes: Uint8Array): string => `80A200C1${body(toHex(bytes))}`;
const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

const atAnchor = (subject = card()) => {
  const send = talk(subject);
  for (const step of [J, E(0x0016)]) send(step);
  return send;
};
const certified = (issuer: KeyPair): Uint8Array =>
  issueCvCertificate(
    {
      issuerKeyId: cvKeyId(CV_CA_DIGITS.terminal, "001"),
      subjectKeyId: cvKeyId(CV_CA_DIGITS.terminal, "002"),
      subjectKey: simulationKey("terminal-cv"),
    },
    issuer,
  );

describe("a terminal that proves itself", () => {
  it("signs with the authentication key and gains nothing else", () => {
    const send = atAnchor();
    expect([PRESENT_FIRST, PRESENT_SECOND].map(send)).toEqual(["9000", "9000"]);
    expect(proveTerminal(send)).toBe("9000");
    const { data } = parts(send(sign(DIGEST_INFO, 0x97)));
    expect(verify("sha256", fromHex(MESSAGE), simulationKey("card-authentication").publicKey, data)).toBe(true);
    expect(swOf(send(sign(DIGEST_INFO, 0x9a)))).toBe("6982");
    expect(send("00B0810000")).toBe("6982");
    expect(send(`00240198${body("34333231")}`)).toBe("6982");
  });

  it("needs no try of a PIN, and a blocked PIN does not stop it", () => {
    const send = atAnchor();
    for (const step of [1, 2, 3].map(() => verifyBy(0x18, "9999"))) send(step);
    for (const step of [E(0x0016), PRESENT_FIRST, PRESENT_SECOND]) send(step);
    proveTerminal(send);
    expect([swOf(send(sign(DIGEST_INFO, 0x97))), send("00200098")]).toEqual(["9000", "63C0"]);
  });

  it("loses its right with another application and with power", () => {
    const subject = card();
    const send = atAnchor(subject);
    for (const step of [PRESENT_FIRST, PRESENT_SECOND]) send(step);
    proveTerminal(send);
    for (const step of [V, J]) send(step);
    expect(send(sign(DIGEST_INFO, 0x97))).toBe("6982");
    for (const step of [E(0x0016), PRESENT_FIRST, PRESENT_SECOND]) send(step);
    proveTerminal(send);
    const again = talk(subject);
    again(J);
    expect(again(sign(DIGEST_INFO, 0x97))).toBe("6982");
    expect(again(verifyBy(0x18, PIN))).toBe("9000");
  });

  it("a challenge and a certificate do not outlive another application", () => {
    const send = atAnchor();
    const challenge = parts(send("0084000020")).data;
    for (const step of [V, J, E(0x0016), PRESENT_FIRST, PRESENT_SECOND]) send(step);
    const late = signWith("sha256", challenge, simulationKey("terminal-cv").privateKey);
    expect(send(`00820096${body(toHex(new Uint8Array(late)))}`)).toBe("6985");
    for (const step of [V, J]) send(step);
    expect(proveTerminal(send)).toBe("6985");
  });

  it("a certificate of another CA is 6300, and then there is nothing to prove", () => {
    const forged = certified(simulationKey("card-surface-cv-ca"));
    const send = atAnchor();
    expect([first(forged.slice(0, 307)), second(forged.slice(307))].map(send)).toEqual(["9000", "6300"]);
    expect([proveTerminal(send), send(sign(DIGEST_INFO, 0x97))]).toEqual(["6985", "6982"]);
    const genuine = certified(simulationKey("terminal-cv-ca"));
    expect([E(0x0016), first(genuine.slice(0, 307)), second(genuine.slice(307))].map(send)).toEqual([
      "9000",
      "9000",
      "9000",
    ]);
  });

  it("a terminal without the certified key is 6300, its challenge is used up", () => {
    const send = atAnchor();
    for (const step of [PRESENT_FIRST, PRESENT_SECOND]) send(step);
    expect(proveTerminal(send, simulationKey("terminal-cv", 1))).toBe("6300");
    expect(send(`00820096${body("00".repeat(256))}`)).toBe("6985");
    expect(proveTerminal(send)).toBe("9000");
  });

  it.each([
    ["wrong P1 P2", "80A200AE", body("00".repeat(261)), "6A86"],
    ["the seen pair the other way round", "80A2C106", body("00".repeat(261)), "6A86"],
    ["a first part of 306 bytes", "80A206C1", body("00".repeat(306)), "6700"],
    ["a first part that is empty", "80A206C1", "", "6700"],
    ["256 zero bytes as the second", "80A200C1", body("00".repeat(256)), "6700"],
    ["the second part without the first", "80A200C1", body(toHex(signature)), "6985"],
  ])("%s", (_title, header, rest, sw) => {
    expect(atAnchor()(`${header}${rest}`)).toBe(sw);
  });

  it.each([
    ["a template that begins otherwise", changed(template, 0), signature],
    ["a template with another length of the content", changed(template, 4), signature],
    ["a key that is not behind 90 03", changed(template, 42), signature],
    ["a signature part that begins otherwise", template, changed(signature, 0)],
  ])("%s is no certificate: 6A80", (_title, one, two) => {
    expect([first(one), second(two)].map(atAnchor())).toEqual(["9000", "6A80"]);
  });

  it.each([
    ["a changed id", changed(template, 12), signature],
    ["a changed key", changed(template, 200), signature],
    ["a changed signature", template, changed(signature, 200)],
  ])("%s does not verify: 6300", (_title, one, two) => {
    expect([first(one), second(two)].map(atAnchor())).toEqual(["9000", "6300"]);
  });

  it.each([
    ["no certificate", `00820096${body("00".repeat(256))}`, "6985"],
    ["255 bytes", `00820096${body("00".repeat(255))}`, "6700"],
    ["P1 01", `00820196${body("00".repeat(256))}`, "6A86"],
    ["P2 without its high bit", `00820016${body("00".repeat(256))}`, "6A86"],
    ["P2 with bits between", `008200D6${body("00".repeat(256))}`, "6A86"],
    ["the id of a PIN", `00820098${body("00".repeat(256))}`, "6985"],
  ])("EXTERNAL AUTHENTICATE with %s", (_title, command, sw) => {
    const send = atAnchor();
    send("0084000020");
    expect(send(command)).toBe(sw);
  });

  it("needs the anchor to be current, and is unknown elsewhere", () => {
    const send = talk();
    send(J);
    expect([PRESENT_FIRST, E(0x0018), PRESENT_FIRST].map(send)).toEqual(["6986", "9000", "6981"]);
    send(V);
    expect([PRESENT_FIRST, `00820096${body("00".repeat(256))}`].map(send)).toEqual(["6D00", "6D00"]);
  });

  it("can be switched off: no anchor, no right", () => {
    const send = talk(cardThat("pinless=absent"));
    send(J);
    expect([E(0x0016), PRESENT_FIRST].map(send)).toEqual(["6A82", "6986"]);
  });
});
