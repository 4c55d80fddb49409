import { InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import { day, place } from "../../../harness/edges/options.ts";

describe("an option", () => {
  it("that names a place is not empty, which would be the folder one is in", () => {
    expect(place(".")).toBe(".");
    expect(() => place("")).toThrow(InvalidArgumentError);
  });

  it("that names a day names one of the calendar", () => {
    expect(day("2024-02-29")).toBe("2024-02-29");
    for (const none of ["2026-02-29", "2026-13-45", "2026-11-25T25:99", "now", ""])
      expect(() => day(none)).toThrow(/calendar/);
  });
});
