import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmed, leavesOf, originAt, ours } from "../../../devices/readers/origin.ts";

describe("the values below a value", () => {
  it("are told with their paths, down to the last; what is empty is one too", () => {
    expect(leavesOf({ id: "x", hours: { sunday: undefined }, steps: [{ ja: "a" }, { ja: "b" }], rights: [] })).toEqual([
      ["id", "x"],
      ["hours.sunday", undefined],
      ["steps.0.ja", "a"],
      ["steps.1.ja", "b"],
      ["rights", []],
    ]);
  });
});

describe("the origin of a value", () => {
  const origins = { support: confirmed("§1"), "support.newYear": ours("dates") };

  it("is the nearest one stated at it or above it", () => {
    expect(originAt(origins, "support.phone")).toBe(origins.support);
    expect(originAt(origins, "support.newYear.first")).toBe(origins["support.newYear"]);
  });

  it("is not that of a field whose name only begins the same", () => {
    expect(originAt(origins, "supportive")).toBeUndefined();
  });

  it("of any path is one that was stated, or none", () => {
    fc.assert(
      fc.property(fc.string(), (path) => [...Object.values(origins), undefined].includes(originAt(origins, path))),
      { examples: [["toString"], ["support.constructor"]] },
    );
  });
});
