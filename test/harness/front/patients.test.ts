import { describe, expect, it } from "vitest";
import type { PatientAtReader } from "../../../devices/readers/patient.ts";
import type { ScreenView, Touch } from "../../../devices/readers/screens.ts";
import { ConsolePatient } from "../../../harness/front/console-patient.ts";
import { willingPatient } from "../../../harness/front/willing-patient.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { start, withDeadline } from "../../../simulator/kernel/process.ts";

type View = Omit<ScreenView, "reader">;

/** What comes of a screen that waits half a minute; `meanwhile` happens once it is shown. */
function touchOn(clock: VirtualClock, patient: PatientAtReader, view: View, meanwhile = (): void => {}) {
  const touched: (Touch | undefined)[] = [];
  start(withDeadline(clock, patient.touch({ reader: "R1", ...view }, 30_000), 30_000), (outcome) => {
    if ("error" in outcome) throw outcome.error;
    touched.push(outcome.value);
  });
  meanwhile();
  clock.runUntilIdle();
  expect(touched).toHaveLength(1);
  return touched[0];
}

describe("a willing patient", () => {
  const clock = new VirtualClock(0);
  const patient = willingPatient({ clock, pin: "8264", face: undefined });

  it.each<readonly [View, Touch | undefined]>([
    [{ screen: "S00", offers: ["phone"] }, undefined],
    [
      { screen: "S02", offers: ["pin", "face"] },
      { kind: "chose", method: "face" },
    ],
    [
      { screen: "S02", offers: ["visual", "pin"] },
      { kind: "chose", method: "visual" },
    ],
    [{ screen: "S03a" }, { kind: "looked" }],
    [
      { screen: "S03b", triesLeft: 3 },
      { kind: "typed", digits: "8264" },
    ],
    [{ screen: "S03c", phones: ["android"] }, undefined],
    [{ screen: "S03d" }, { kind: "confirmed" }],
    [{ screen: "S03d", asksPasscode: true }, undefined],
    [{ screen: "S04", name: "窓口　花子" }, { kind: "confirmed" }],
    [
      { screen: "S05", asks: ["drug", "care"] },
      { kind: "answered", consents: { drug: true, care: true } },
    ],
    [{ screen: "S07" }, { kind: "prescription", select: "1" }],
    [{ screen: "S08", message: "SIM-W1" }, { kind: "confirmed" }],
    [{ screen: "S09" }, { kind: "took-card" }],
  ])("answers %o with %o, a moment later", (view, touch) => {
    const shownAtMs = clock.nowMs;
    expect(touchOn(clock, patient, view)).toEqual(touch);
    expect(clock.nowMs).toBeGreaterThan(shownAtMs);
  });
});

describe("a person at the console", () => {
  const clock = new VirtualClock(0);
  const patient = new ConsolePatient(clock, undefined);

  it.each<readonly [string, View, string, Touch]>([
    ["a way", { screen: "S02", offers: ["face", "pin"] }, "pin", { kind: "chose", method: "pin" }],
    ["yes", { screen: "S04" }, "yes", { kind: "confirmed" }],
    ["no", { screen: "S04" }, "no", { kind: "not-me" }],
    ["a kind of phone", { screen: "S03c", phones: ["iphone"] }, "iphone", { kind: "chose-phone", phone: "iphone" }],
    ["the phone", { screen: "S03c" }, "phone", { kind: "held-phone" }],
    ["paper", { screen: "S07" }, "paper", { kind: "prescription", select: "2" }],
    ["the card", { screen: "S09" }, "card", { kind: "took-card" }],
    [
      "one consent of two",
      { screen: "S05", asks: ["drug", "care"] },
      "care",
      { kind: "answered", consents: { drug: false, care: true } },
    ],
    [
      "all consents",
      { screen: "S05", asks: ["drug", "care"] },
      "all",
      { kind: "answered", consents: { drug: true, care: true } },
    ],
    ["none", { screen: "S06", asks: ["limit"] }, "none", { kind: "answered", consents: { limit: false } }],
  ])("touches %s", (_what, view, words, touch) => {
    expect(touchOn(clock, patient, view, () => patient.touches(words.split(" ")))).toEqual(touch);
  });

  it("looks, types and turns away", () => {
    expect(touchOn(clock, patient, { screen: "S03a" }, () => patient.looks())).toEqual({ kind: "looked" });
    expect(touchOn(clock, patient, { screen: "S03b" }, () => patient.types("0417"))).toEqual({
      kind: "typed",
      digits: "0417",
    });
    const shownAtMs = clock.nowMs;
    expect(touchOn(clock, patient, { screen: "S03b" }, () => patient.turnsAway())).toBeUndefined();
    expect(clock.nowMs).toBe(shownAtMs);
  });

  it("is told what there is to touch, and may try again", () => {
    const touch = touchOn(clock, patient, { screen: "S04" }, () => {
      expect(() => patient.touches(["maybe"])).toThrow("touch: S04 has yes, no");
      expect(() => patient.touches(["toString"])).toThrow(MisuseError);
      patient.touches(["yes"]);
    });
    expect(touch).toEqual({ kind: "confirmed" });
  });

  it("is told that nothing waits, before a screen, after its answer and after its time", () => {
    const nothing = "no screen waits";
    expect(() => patient.looks()).toThrow(nothing);
    touchOn(clock, patient, { screen: "S03a" }, () => {
      patient.looks();
      expect(() => patient.looks()).toThrow(nothing);
    });
    touchOn(clock, patient, { screen: "S03a" });
    expect(() => patient.looks()).toThrow(nothing);
  });

  it("never reads back what was typed", () => {
    expect(() => patient.types("12a4")).toThrow(/^type: give 1 to 16 digits$/);
  });
});
