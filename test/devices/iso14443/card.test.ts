import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withCrc } from "../../../devices/iso14443/crc-b.ts";
import { PiccTypeB } from "../../../devices/iso14443/picc.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { exampleCard } from "./reader.ts";

/** A card whose frames come as bodies without CRC, and what it says to each. */
function alone(frameOptions = 1, response = fromHex("9000")) {
  const clock = new VirtualClock(0);
  const said: string[] = [];
  const picc = new PiccTypeB({
    clock,
    rng: rngFromSeed(7),
    send: (frame) => said.push(toHex(frame.subarray(0, -2))),
    answer: (_command, answered) => answered(response),
    power: () => undefined,
    card: { ...exampleCard, frameOptions, extension: 0x40 },
  });
  picc.fieldOn();
  const hear = (body: string): string => {
    said.length = 0;
    picc.receive(withCrc(fromHex(body)));
    return said.join(" ");
  };
  const pupi = (): string => hear("05 00 08").slice(2, 10);
  return { picc, clock, hear, pupi, activate: (cid = "00") => hear(`1D ${pupi()} 00 08 01 ${cid}`) };
}

describe("a Type B card", () => {
  it("says nothing without field, nor to another family, nor to a slot it did not draw", () => {
    const { picc, hear } = alone();
    expect(hear("05 10 00")).toBe("");
    picc.fieldOff();
    expect(hear("05 00 00")).toBe("");
    picc.fieldOn();
    expect(hear("15")).toBe("");
  });

  it("answers in exactly one of the slots", () => {
    const { hear } = alone();
    for (let times = 0; times < 20; times++) {
      const slots = ["05 00 0C", ...Array.from({ length: 15 }, (_, index) => `${(index + 1).toString(16)}5`)];
      expect(slots.map(hear).filter((answer) => answer !== "").length).toBe(1);
    }
  });

  it("is chosen by its own PUPI alone, and is deaf to requests from then on", () => {
    const { hear, pupi, activate } = alone();
    pupi();
    expect(hear("1D FFFFFFFF 00 08 01 00")).toBe("");
    expect(activate()).toBe("00");
    expect(["05 00 00", "05 00 08", "1D FFFFFFFF 00 08 01 00"].map(hear)).toEqual(["", "", ""]);
    expect(hear("02 00A4")).toBe("029000");
  });

  it("tells its fourth protocol byte only to a reader that takes it", () => {
    const { hear } = alone();
    expect(hear("05 00 08")).toMatch(/^50.{8}00000000338181$/);
    expect(hear("05 00 18")).toMatch(/^50.{8}0000000033818140$/);
  });

  it("in HALT hears WUPB alone", () => {
    const { hear, pupi } = alone();
    expect(hear(`50 ${pupi()}`)).toBe("00");
    expect(hear("05 00 00")).toBe("");
    expect(hear("05 00 08")).toMatch(/^50/);
  });

  it("repeats its last block to R(NAK) and R(ACK) of its number, and to another number says what it has", () => {
    const { hear, activate } = alone();
    activate();
    expect(hear("02 00A4")).toBe("029000");
    expect([hear("B2"), hear("A2"), hear("B3"), hear("A3")]).toEqual(["029000", "029000", "A2", ""]);
    expect(hear("03 00A4")).toBe("039000");
  });

  it("forgets the rest of its chain when a command comes instead of R(ACK)", () => {
    const { hear, activate } = alone(1, new Uint8Array(400));
    activate();
    expect(hear("02 00A4").slice(0, 2)).toBe("12");
    expect([hear("13 00"), hear("A2")]).toEqual(["A3", ""]);
  });

  it("takes blocks with the CID it was given, and answers with it", () => {
    const { hear, activate } = alone();
    expect(activate("03")).toBe("03");
    expect(hear("02 00A4")).toBe("");
    expect(hear("0A 04 00A4")).toBe("");
    expect(hear("0A 03 00A4")).toBe("0A039000");
    expect(hear("BB 03")).toBe("AA03");
    expect(hear("CA 03")).toBe("CA03");
  });

  it("of number 0 takes blocks without a CID too; one that knows no CID takes no other", () => {
    const zero = alone();
    zero.activate();
    expect([zero.hear("0A 00 00A4"), zero.hear("03 00A4")]).toEqual(["0A009000", "039000"]);
    const none = alone(0);
    expect(none.activate("03")).toBe("00");
    expect([none.hear("0A 03 00A4"), none.hear("02 00A4")]).toEqual(["", "029000"]);
  });

  it("hears no frame longer than it said, though every bit is right", () => {
    const { hear, activate } = alone();
    activate();
    expect(hear(`02 ${"00".repeat(254)}`)).toBe("");
  });

  it("never throws and never says more than one frame to any bytes", () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .tuple(
          fc.constantFrom(0x02, 0x12, 0x03, 0x13, 0xa2, 0xa3, 0xb2, 0xb3, 0xf2, 0xc2, 0x05, 0x1d, 0x50),
          fc.uint8Array({ maxLength: 6 }),
        )
        .map(([first, rest]) => Uint8Array.of(first, ...rest)),
    );
    fc.assert(
      fc.property(fc.array(body, { maxLength: 60 }), (bodies) => {
        const { hear, activate, picc, clock } = alone();
        activate();
        for (const one of bodies) {
          picc.receive(one);
          expect(hear(toHex(one)).split(" ").length).toBeLessThanOrEqual(1);
        }
        picc.fieldOff();
        expect(clock.pending).toBe(0);
      }),
    );
  });
});
