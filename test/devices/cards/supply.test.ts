import { describe, expect, it } from "vitest";
import type { Supply } from "../../../devices/cards/card.ts";
import { decodeCommand, encodeResponse } from "../../../devices/iso7816/apdu.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { changeTo, DIGEST_INFO, E, J, P, Q, R, sign, swOf, verifyBy } from "./apdus.ts";
import { card, PIN } from "./fixture.ts";

/** A powered card, fed as the command says. */
function fed() {
  const subject = card();
  subject.powerOn();
  return (hex: string, supply: Supply = "steady"): string => {
    const command = decodeCommand(fromHex(hex));
    if (command === undefined) throw new Error(`${hex} is no command`);
    return toHex(encodeResponse(subject.transmit(command, supply).response));
  };
}

describe("a card that is fed badly", () => {
  it("forgets everything but its counters when power fails just before a command", () => {
    const send = fed();
    for (const step of [J, verifyBy(0x1b, "WRONG1"), verifyBy(0x18, PIN), E(0x0017)]) send(step);
    expect(send(sign(DIGEST_INFO), "interrupted")).toBe("6986");
    expect([J, sign(DIGEST_INFO, 0x97), "0020009B"].map((step) => send(step))).toEqual(["9000", "6982", "63C4"]);
  });

  it("answers a wrong PIN and keeps the try when the counter could not be written", () => {
    const send = fed();
    for (const step of [J, E(0x0018)]) send(step);
    expect([send(P("9999"), "write-lost"), send(Q)]).toEqual(["63C2", "63C3"]);
    expect([send(P("9999")), send(Q)]).toEqual(["63C2", "63C2"]);
    expect([send(P(PIN), "write-lost"), send(Q)]).toEqual(["9000", "63C2"]);
    expect(swOf(send(sign(DIGEST_INFO, 0x97)))).toBe("9000");
  });

  it("keeps the old PIN when the new one could not be written", () => {
    const send = fed();
    for (const step of [J, E(0x0018), P(PIN)]) send(step);
    expect(send(changeTo("4321"), "write-lost")).toBe("9000");
    expect([P("4321"), P(PIN)].map((step) => send(step))).toEqual(["63C2", "9000"]);
  });

  it("reads as ever, for reading writes nothing", () => {
    const send = fed();
    for (const step of [J, E(0x0006)]) send(step);
    expect(send(R(0, 16), "write-lost")).toBe(send(R(0, 16)));
  });
});
