import { describe, expect, it } from "vitest";
import { withCrc } from "../../../devices/iso14443/crc-b.ts";
import { weakCard } from "../../../devices/iso14443/field.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { atReader, damaging, flipped } from "./reader.ts";

const WUPB = "> 0500083973";

describe("asking around", () => {
  it("finds nobody in an empty field", () => {
    const { run, pcd } = atReader({ cards: [] });
    expect(run(pcd.poll())).toBe("nothing");
    expect(run(pcd.activate())).toBe("nothing");
  });

  it("finds one card with one request", () => {
    const { run, pcd, frames } = atReader();
    expect(run(pcd.poll())).toMatchObject({ kind: "ATQB", fwi: 8 });
    expect(frames).toEqual([WUPB, expect.stringMatching(/^< 50.{8}00000000338181/)]);
  });

  it("tells two cards as a collision and chooses neither, whatever slots they draw", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { run, pcd, frames } = atReader({ cards: [{}, {}], seed });
      expect(run(pcd.activate()), `seed ${seed}`).toBe("collision");
      expect(pcd.atr).toBeUndefined();
      expect(frames.filter((frame) => frame.startsWith("> 1D"))).toEqual([]);
    }
  });

  it("finds the one that stays when the other is taken away", () => {
    const { run, pcd, field, piccs } = atReader({ cards: [{}, {}] });
    run(pcd.poll());
    if (piccs[0] !== undefined) field.leave(piccs[0]);
    expect(run(pcd.activate())).toMatchObject({ atqb: { kind: "ATQB" } });
  });

  it("is not put off by one damaged answer, which is no second card", () => {
    const air = damaging("to-reader", (frame, seen) => (seen === 0 ? flipped(frame) : frame));
    const { run, pcd } = atReader({ air });
    expect(run(pcd.poll())).toMatchObject({ kind: "ATQB" });
  });

  it("finds a weak card in the end and never takes it for two", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { run, pcd } = atReader({ air: weakCard(rngFromSeed(seed)) });
      const polled = Array.from({ length: 8 }, () => run(pcd.poll()));
      expect(polled.some((one) => typeof one === "object")).toBe(true);
      expect(polled).not.toContain("collision");
    }
  });

  it("ends for a card that never answers readably", () => {
    const { run, pcd, frames } = atReader({ air: damaging("to-reader", flipped) });
    expect(run(pcd.poll())).toBe("nothing");
    expect(frames.length).toBeLessThan(40);
  });
});

describe("a card in HALT", () => {
  it("after HLTB hears no REQB but WUPB", () => {
    const { run, pcd, frames } = atReader({ decisions: { wakesBy: "REQB" } });
    run(pcd.poll());
    expect(run(pcd.halt())).toBe(true);
    expect(frames.at(-1)).toBe("< 0078F0");
    expect(run(pcd.poll())).toBe("nothing");
    const good = atReader();
    good.run(good.pcd.poll());
    good.run(good.pcd.halt());
    expect(good.run(good.pcd.poll())).toMatchObject({ kind: "ATQB" });
  });

  it("after S(DESELECT) is found and activated again, with its chip powered anew", () => {
    const { run, pcd, power, send } = atReader().activated();
    expect(run(pcd.deselect())).toBe(true);
    expect(send("00A40000")).toBe("removed");
    expect(run(pcd.activate())).toMatchObject({ atqb: { kind: "ATQB" } });
    expect(send("00A40000")).toBe("9000");
    expect(power).toEqual([true, false, true]);
  });

  it("is not reached where nothing was found or activated", () => {
    const { run, pcd } = atReader({ cards: [] });
    expect(run(pcd.halt())).toBe(false);
    expect(run(pcd.deselect())).toBe(false);
  });
});

describe("activation", () => {
  it("that fails once is tried again with the field off and on between", () => {
    const lost = damaging("to-reader", (frame, seen) => (seen === 1 ? undefined : frame));
    const { run, pcd, frames, send } = atReader({ air: lost });
    expect(run(pcd.activate())).toMatchObject({ atqb: { kind: "ATQB" } });
    expect(frames.filter((frame) => frame.startsWith("> 1D")).length).toBe(2);
    expect(send("00A40000")).toBe("9000");
  });

  it("that fails three times is no card", () => {
    const mute = damaging("to-reader", (frame) => (frame.length > 3 ? frame : undefined));
    const { run, pcd, frames } = atReader({ air: mute });
    expect(run(pcd.activate())).toBe("nothing");
    expect(frames.filter((frame) => frame.startsWith("> 1D")).length).toBe(3);
  });

  it("survives answers that are damaged or name another card", () => {
    const other = damaging("to-reader", (frame, seen) => (seen === 1 ? withCrc(Uint8Array.of(0x01)) : frame));
    const { run, pcd } = atReader({ air: other });
    expect(run(pcd.activate())).toMatchObject({ atqb: { kind: "ATQB" } });
  });

  it("draws another PUPI each time the field comes back", () => {
    const { run, pcd } = atReader();
    const pupis = Array.from({ length: 4 }, () => {
      const polled = run(pcd.poll());
      run(pcd.resetField());
      return typeof polled === "object" ? polled.pupi.join(".") : "";
    });
    expect(new Set(pupis).size).toBe(4);
  });

  it("of a third card in the field is refused by name", () => {
    const { field } = atReader({ cards: [{}, {}] });
    const [third] = atReader().piccs;
    expect(() => third !== undefined && field.enter(third)).toThrow(MisuseError);
  });
});
