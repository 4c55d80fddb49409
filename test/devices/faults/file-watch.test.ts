import { describe, expect, it } from "vitest";
import type { ApduExchange } from "../../../devices/cards/field.ts";
import { readOffset, watchFiles } from "../../../devices/faults/file-watch.ts";
import { command } from "../../../devices/iso7816/apdu.ts";
import { COMMON, E, J, P, Q, queryOf, R, V, verifyBy, wholeBy } from "../cards/apdus.ts";
import { liveSlot } from "./live-slot.ts";

/** Where the exchanges of a real card took place, by the watch. */
function places(...commands: readonly string[]) {
  const live = liveSlot();
  live.lay();
  const seen = commands.map((hex) => {
    if (hex === "power cut") {
      live.slot.powerOff();
      live.slot.powerOn();
      return [];
    }
    live.send(hex);
    return live.observed
      .slice(-1)
      .flatMap(({ pco, message }) => (pco === "card.apdu" ? [message as ApduExchange] : []));
  });
  const placeOf = watchFiles();
  return seen.flat().map((exchange) => {
    const { application, fid } = placeOf(exchange);
    return `${application ?? "-"} ${fid?.toString(16) ?? "-"}`;
  });
}

describe("the file at hand, from exchanges alone", () => {
  it.each([
    ["is the one that was selected", [J, E(0x000a), R(0, 4), R(4, 4)], ["jpki -", "jpki a", "jpki a", "jpki a"]],
    [
      "is the one a short id named, for the reads after it too",
      [J, wholeBy(0x0a), R(4, 4)],
      ["jpki -", "jpki a", "jpki a"],
    ],
    [
      "is the PIN that a VERIFY or a query named",
      [J, queryOf(0x18), Q, verifyBy(0x1b, "X")],
      ["jpki -", "jpki 18", "jpki 18", "jpki 1b"],
    ],
    [
      "stays where a SELECT or a short id found nothing",
      [J, E(0x000a), E(0x7777), wholeBy(0x1f)],
      ["jpki -", "jpki a", "jpki a", "jpki a"],
    ],
    [
      "is none after any SELECT by name that was accepted",
      [J, E(0x000a), J, V, "00A4040C05A000000151"],
      ["jpki -", "jpki a", "jpki -", "card-surface -", "- -"],
    ],
    [
      "stays after a SELECT by name that was refused",
      [J, E(0x000a), "00A4040C05A0000000FF", R(0, 4)],
      ["jpki -", "jpki a", "jpki a", "jpki a"],
    ],
    ["is gone after a power cut", [J, E(0x000a), "power cut", R(0, 4)], ["jpki -", "jpki a", "- -"]],
    ["is the file of a record, too", [COMMON, "00B2010C00"], ["common-card -", "common-card 1"]],
    ["is not moved by bytes that are no command", [J, E(0x0018), "00B08A000501"], ["jpki -", "jpki 18", "jpki 18"]],
    [
      "belongs to the application it was selected in",
      [J, E(0x0018), P("1"), V, Q],
      ["jpki -", "jpki 18", "jpki 18", "card-surface -", "card-surface -"],
    ],
  ])("%s", (_behaviour, commands, expected) => {
    expect(places(...commands)).toEqual(expected);
  });

  it("is each reader's own", () => {
    const placeOf = watchFiles();
    const exchange = (reader: string, fid: number): ApduExchange => ({
      reader,
      command: command(0x00, 0xa4, 0x02, 0x0c, Uint8Array.of(0, fid)),
      response: { data: new Uint8Array(0), sw: 0x9000 },
      application: "jpki",
      holds: undefined,
    });
    placeOf(exchange("R1", 1));
    placeOf(exchange("R2", 2));
    const read = { ...exchange("R1", 0), command: command(0x00, 0xb0, 0, 0, undefined, 4) };
    expect([placeOf(read).fid, placeOf({ ...read, reader: "R2" }).fid]).toEqual([1, 2]);
  });
});

describe("the offset of a reading", () => {
  it.each([
    [R(0x0123, 4), 0x0123],
    [wholeBy(0x0a), 0],
    ["00B08A4000", 0x40],
    [J, undefined],
  ])("of %s is %s", (hex, offset) => {
    const [cla = 0, ins = 0, p1 = 0, p2 = 0] = Buffer.from(hex, "hex");
    expect(readOffset(command(cla, ins, p1, p2))).toBe(offset);
  });
});
