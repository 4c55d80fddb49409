import { describe, expect, it } from "vitest";
import { signalAt } from "../../../devices/readers/screen-signal.ts";

describe("lamp and sound at a screen", () => {
  it.each([
    [{ screen: "S00" }, "idle"],
    [{ screen: "S01" }, "card-felt"],
    [{ screen: "S03a", message: "SIM-028" }, "face-failed"],
    [{ screen: "S02", message: "SIM-007" }, "face-failed"],
    [{ screen: "S02", message: "SIM-004" }, "error"],
    [{ screen: "S09" }, "done"],
    [{ screen: "S09", message: "001" }, "error"],
    [{ screen: "S09", message: "SIM-014" }, "card-left"],
    [{ screen: "S90", message: "SIM-040" }, "reader-lost"],
    [{ screen: "S04", name: "窓口　花子" }, undefined],
    [{ screen: "S08", message: "SIM-W1" }, undefined],
  ] as const)("%o is %s", (view, event) => {
    expect(signalAt({ reader: "R1", ...view })).toBe(event);
  });
});
