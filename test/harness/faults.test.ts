import { describe, expect, it } from "vitest";
import { faults } from "../../harness/faults.ts";
import { runOf } from "./runs.ts";

describe("faults", () => {
  it.each(faults.map((fault) => [fault.id, fault.shows, fault] as const))(
    "%s marks the trace of %s on its own PCO",
    async (id, shows, fault) => {
      const { trace, defect } = await runOf(shows);
      expect(defect).toBeUndefined();
      const marked = trace.crossings.filter(({ by }) => by?.includes(id));
      expect(marked.length).toBeGreaterThan(0);
      expect(new Set(marked.map(({ pco }) => pco))).toEqual(new Set([fault.pco]));
    },
  );

  it("an id names one fault", () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  });
});
