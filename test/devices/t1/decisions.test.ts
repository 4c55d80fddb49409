import { describe, expect, it } from "vitest";
import { t1Decisions } from "../../../devices/t1/decisions.ts";
import { goodDecisions } from "../../../firmware-stubs/decisions.ts";
import { t1Mutants } from "../../../firmware-stubs/mutants/t1.ts";

/** Names of the decisions a mutant makes otherwise. */
const changed = (slip: (typeof t1Mutants)[number]["slip"]): readonly string[] => {
  const made = new Map(Object.entries(slip(goodDecisions).t1));
  return Object.entries(t1Decisions).flatMap(([name, good]) => (made.get(name) === good ? [] : [name]));
};

describe("the decisions of T=1", () => {
  it.each(t1Mutants.map(({ id, slip }) => [id, slip] as const))(
    "%s makes exactly one of them otherwise",
    (_id, slip) => {
      expect(changed(slip)).toHaveLength(1);
    },
  );

  it("are there for a slip each: none that no mutant makes otherwise", () => {
    const slipped = new Set(t1Mutants.flatMap(({ slip }) => changed(slip)));
    expect(Object.keys(t1Decisions).filter((name) => !slipped.has(name))).toEqual([]);
  });
});
