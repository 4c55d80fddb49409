import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

describe("streams of chance", () => {
  it("repeat for one seed and name, and differ for another", () => {
    const draw = (seed: number, name: string): string =>
      Buffer.from(rngFromSeed(seed).fork(name).bytes(16)).toString("hex");
    expect(draw(7, "card")).toBe(draw(7, "card"));
    expect(draw(7, "card")).not.toBe(draw(8, "card"));
    expect(draw(7, "card")).not.toBe(draw(7, "line"));
  });

  it("do not move each other: a draw here changes nothing there", () => {
    const quiet = rngFromSeed(1).fork("b").below(1_000_000);
    const root = rngFromSeed(1);
    root.fork("a").bytes(100);
    expect(root.fork("b").below(1_000_000)).toBe(quiet);
  });

  it("stay below their bound and pick what is there", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000_000 }), (seed, bound) => {
        const value = rngFromSeed(seed).below(bound);
        return Number.isInteger(value) && value >= 0 && value < bound;
      }),
    );
    expect(() => rngFromSeed(1).below(0)).toThrow(/bound/);
    expect(() => rngFromSeed(1).pick([])).toThrow();
    expect(() => rngFromSeed(0.5)).toThrow(/seed/);
  });

  it("never happen at 0 parts and always at all parts", () => {
    const rng = rngFromSeed(3);
    expect(Array.from({ length: 100 }, () => rng.chance({ parts: 0, of: 10 })).includes(true)).toBe(false);
    expect(Array.from({ length: 100 }, () => rng.chance({ parts: 10, of: 10 })).includes(false)).toBe(false);
  });
});
