import { describe, expect, it } from "vitest";
import { catalogue, nearNames, scenarioByName, subjectByName } from "../../harness/catalogue.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("the catalogue", () => {
  it.each(Object.entries(catalogue))("every id of %s stands there once", (_kind, entries) => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
  });

  it.each(Object.entries(catalogue))("every title of %s is there in both languages", (_kind, entries) => {
    for (const { title } of entries) {
      expect(title.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(title.en.trim()).not.toBe("");
    }
  });

  it("finds a scenario and a subject whatever the case of the name", () => {
    expect(scenarioByName("c01").id).toBe("C01");
    expect(subjectByName("Broken/Trims-Numbers").id).toBe("broken/trims-numbers");
  });

  it("tells near names for one that is unknown, the nearest first", () => {
    const error = thrownBy(() => subjectByName("broken/trim-numbers"));
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({
      field: "subject",
      accepted: expect.arrayContaining(["broken/trims-numbers"]),
      message: expect.stringContaining("near names: broken/trims-numbers"),
    });
  });

  it.each(["", "C", "__proto__", "constructor", "C01 ", "x".repeat(10_000)])(
    "%.20j names nothing and does no harm",
    (name) => {
      expect(thrownBy(() => scenarioByName(name))).toMatchObject({ name: "MisuseError", field: "scenario" });
    },
  );

  it("gives five near names at most", () => {
    expect(nearNames("a", ["b", "c", "d", "e", "f", "g", "a1"])).toHaveLength(5);
    expect(nearNames("a", ["b", "ab"])).toHaveLength(2);
    expect(nearNames("AB", ["xyz", "ab"])[0]).toBe("ab");
  });

  it("every scenario plans at least one must-check and names requirements", () => {
    for (const { checks, requires } of catalogue.scenarios) {
      expect(checks.some(({ level }) => level === "must")).toBe(true);
      expect(requires.length).toBeGreaterThan(0);
    }
  });

  it("every check is planned by a scenario", () => {
    const planned = new Set<string>(catalogue.scenarios.flatMap(({ checks }) => checks.map(({ check }) => check)));
    expect(catalogue.checks.map(({ id }) => id).filter((id) => !planned.has(id))).toEqual([]);
  });
});
