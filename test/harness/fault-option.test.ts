import { describe, expect, it } from "vitest";
import { cardFaults, parseCardFault } from "../../harness/fault-option.ts";

describe("a fault on the command line", () => {
  it("is its id, or its id and parameters", () => {
    expect(parseCardFault("chip-mute")).toEqual({ id: "chip-mute", params: {} });
    expect(parseCardFault("torn-at-apdu:apdu=5")).toEqual({ id: "torn-at-apdu", params: { apdu: 5 } });
  });

  it.each([
    ["line-cut", "there is no line-cut for a card"],
    ["chip-mut", "near names: chip-mute"],
    ["torn-at-apdu:apdus=5", "it has apdu"],
    ["torn-at-apdu:apdu=five", "is a whole number"],
    ["torn-at-apdu:apdu=-1", "is a whole number"],
    ["slow-chip:extensions=999999999", "extensions"],
  ])("%s is refused with what is right", (text, message) => {
    expect(() => parseCardFault(text)).toThrow(message);
  });

  it("every fault between reader and chip can be named", () => {
    for (const { id } of cardFaults) expect(parseCardFault(id).id).toBe(id);
  });
});
