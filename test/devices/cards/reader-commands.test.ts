import { describe, expect, it } from "vitest";
import { MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { J } from "./apdus.ts";
import { card } from "./fixture.ts";
import { inSlot } from "./in-slot.ts";

const GET_UID = "FFCA000000";

describe("what a contactless reader says in place of the card (PC/SC part 3 §3.2.2.1.3)", () => {
  it("is a PUPI of four bytes, the same as long as the card has power and another one afterwards", () => {
    const slot = inSlot(card());
    const first = slot.send(GET_UID);
    expect(first).toMatch(/^[0-9A-F]{8}9000$/);
    slot.send(J);
    expect(slot.send(GET_UID)).toBe(first);
    slot.cutPower();
    expect(slot.send(GET_UID)).not.toBe(first);
  });

  it("leaves the application selected, and everything else of class FF to the chip", () => {
    const slot = inSlot(card());
    for (const command of [J, GET_UID, "00A4020C020018"]) slot.send(command);
    expect(slot.send("00200080")).toBe("63C3");
    expect(slot.send("FFB0000004")).toBe("6E00");
  });

  it("is not said on contacts: there the chip is asked, and knows no class FF", () => {
    expect(inSlot(card({ atr: MY_NUMBER_ATRS.contactPlain })).send(GET_UID)).toBe("6E00");
  });
});
