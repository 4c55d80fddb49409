import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FROM_FRONT, PICTURE_MS } from "../../../devices/front-port/constants.ts";
import type { FrontMessage } from "../../../devices/front-port/frame.ts";
import { encodeFront, pictureMessages } from "../../../devices/front-port/writer.ts";
import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import type { ScreenView } from "../../../devices/readers/screens.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { ready, sleep, withDeadline } from "../../../simulator/kernel/process.ts";
import { anyMessage } from "../front-port/any-message.ts";
import { onWire, patientWho, THINKS_MS, withSomebody } from "./a-front.ts";

const view: ScreenView = { reader: "R1", screen: "S02", offers: ["face", "pin"] };
const WAIT_MS = 30_000;
const face = (widthPx: number, heightPx: number): FaceImage => ({
  widthPx,
  heightPx,
  luma: new Uint8Array(widthPx * heightPx).map((_, pixel) => pixel & 0xff),
});

describe("a patient at the other end of a front port", () => {
  it("touches what they touch, at the instant they do", () => {
    const { run, patient } = withSomebody((clock) => patientWho(clock, { touches: { kind: "chose", method: "pin" } }));
    expect(run(patient.touch(view, WAIT_MS))).toEqual({ value: { kind: "chose", method: "pin" }, atMs: THINKS_MS });
  });

  it("who turns away is told of at once, not when the time is over", () => {
    const { run, patient } = withSomebody((clock) => patientWho(clock, {}));
    expect(run(patient.touch(view, WAIT_MS))).toEqual({ value: undefined, atMs: THINKS_MS });
  });

  it("who does nothing does it until the time is over", () => {
    const { run, patient, asked } = withSomebody((clock) =>
      patientWho(clock, {
        *touch() {
          yield () => () => {};
          return undefined;
        },
      }),
    );
    expect(run(patient.touch(view, WAIT_MS))).toEqual({ value: undefined, atMs: WAIT_MS });
    expect(asked.map(({ message }) => message.kind)).toEqual(["screen", "withdrawn"]);
  });

  it("sees screens that only inform", () => {
    const seen: ScreenView[] = [];
    const { clock, patient } = withSomebody((at) => patientWho(at, { informed: (shown) => seen.push(shown) }));
    patient.informed({ reader: "R1", screen: "S90", message: "SIM-040" });
    clock.runUntilIdle();
    expect(seen).toEqual([{ reader: "R1", screen: "S90", message: "SIM-040" }]);
  });

  it.each([
    ["one frame", [face(9, 7)]],
    ["two frames, each in many pieces", [face(320, 400), face(320, 400)]],
  ] as const)("gives a picture as it was taken: %s", (_title, [first, later]) => {
    const frames = later === undefined ? ([first] as const) : ([first, later] as const);
    const { run, patient } = withSomebody((clock) =>
      patientWho(clock, {
        face: (attempt) => ready(attempt === 2 ? frames : undefined),
      }),
    );
    expect(run(patient.face(2)).value).toEqual(frames);
    expect(run(patient.face(0)).value).toBeUndefined();
  });

  it("gives what a script says of a try in place of a picture", () => {
    const measured = { match: 599, live: 1_000, quality: "good" } as const;
    const { run, patient } = withSomebody((clock) =>
      patientWho(clock, {
        face: () => ready(measured),
      }),
    );
    expect(run(patient.face(0)).value).toEqual(measured);
  });

  it("stops thinking about a screen that was taken away, and does not answer the next one with it", () => {
    let thought = 0;
    const { clock, patient, run } = withSomebody((at) =>
      patientWho(at, {
        *touch({ screen }) {
          yield* sleep(at, THINKS_MS);
          thought++;
          return screen === "S02" ? { kind: "chose", method: "face" } : { kind: "confirmed" };
        },
      }),
    );
    run(withDeadline(clock, patient.touch(view, WAIT_MS), THINKS_MS - 1));
    clock.advanceTo(10 * THINKS_MS);
    expect(thought).toBe(0);
    expect(run(patient.touch({ reader: "R1", screen: "S04" }, WAIT_MS)).value).toEqual({ kind: "confirmed" });
  });

  it("is another one when somebody else steps up, and nobody when they left", () => {
    const { run, patient, front, clock } = withSomebody((at) => patientWho(at, { touches: { kind: "looked" } }));
    front.patient = patientWho(clock, { touches: { kind: "not-me" } });
    expect(run(patient.touch(view, WAIT_MS)).value).toEqual({ kind: "not-me" });
    front.patient = undefined;
    expect(run(patient.touch(view, WAIT_MS)).value).toBeUndefined();
  });

  it("who left with a switched-off front does nothing", () => {
    const { run, patient, front } = withSomebody((at) => patientWho(at, { touches: { kind: "looked" } }));
    front.close();
    expect(run(patient.touch(view, WAIT_MS))).toEqual({ value: undefined, atMs: WAIT_MS });
  });
});

describe("a front that does not do what it ought to is a patient who does nothing", () => {
  /** Answers every question with the bytes given, and asks for a touch and for a picture. */
  const answered = (bytes: (number: number) => Uint8Array | readonly Uint8Array[]) => {
    const wire = onWire();
    wire.far.onBytes(() => {
      const number = wire.asked.at(-1)?.number ?? 0;
      for (const piece of [bytes(number)].flat()) wire.far.send(piece);
    });
    const touch = wire.run(wire.patient.touch(view, WAIT_MS));
    return { touch, picture: wire.run(wire.patient.face(0)), problems: wire.problems };
  };
  const said = (number: number, ...messages: readonly FrontMessage[]) =>
    messages.map((message) => encodeFront({ number, message }));

  it("when its line is cut", async () => {
    const { far, patient, run, problems } = onWire();
    await far.close();
    expect(run(patient.touch(view, WAIT_MS))).toEqual({ value: undefined, atMs: WAIT_MS });
    expect(problems).toEqual(["line-gone"]);
  });

  it.each([
    ["a type nobody knows", (number: number) => Uint8Array.of(0, 2, 0x7f, number), "front-nonsense"],
    [
      "text that is no touch",
      (number: number) => Uint8Array.of(0, 4, FROM_FRONT.touched, number, 0x7b, 0x7d),
      "front-nonsense",
    ],
    ["a length that cannot be right", () => fromHex("FFFF"), "front-lost"],
    ["questions of its own", (number: number) => said(number, { kind: "screen", waitMs: 1, view }), "front-nonsense"],
    [
      "pixels of no picture",
      (number: number) => said(number, { kind: "luma", bytes: Uint8Array.of(1) }),
      "front-nonsense",
    ],
  ] as const)("when it says %s, which is told once", (_title, bytes, code) => {
    const { touch, picture, problems } = answered(bytes);
    expect([touch.value, picture.value]).toEqual([undefined, undefined]);
    expect(touch.atMs).toBe(WAIT_MS);
    expect(problems).toEqual([code]);
  });

  it("when it answers another question than the one that is open, which is no problem", () => {
    const { touch, picture, problems } = answered((number) =>
      said(number - 1, { kind: "touched", touch: { kind: "looked" } }),
    );
    expect([touch.value, picture.value, problems]).toEqual([undefined, undefined, []]);
  });

  it("when a picture stops in the middle", () => {
    const half = pictureMessages([face(320, 400)]).slice(0, 5);
    const { picture } = answered((number) => said(number, ...half));
    expect(picture).toEqual({ value: undefined, atMs: WAIT_MS + PICTURE_MS });
  });

  it("whatever it says: every question ends in time, and no problem repeats what was said", () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.record({ number: fc.nat(3), message: anyMessage }).map(encodeFront),
    );
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 10 }), (pieces) => {
        const { touch, picture, problems } = answered(() => pieces);
        expect(touch.atMs).toBeLessThanOrEqual(WAIT_MS);
        expect(picture.atMs).toBeLessThanOrEqual(touch.atMs + PICTURE_MS);
        expect(new Set(problems).size).toBe(problems.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a front that hears nonsense", () => {
  it("goes on: the next screen is answered", () => {
    const { near, run, patient } = withSomebody((clock) => patientWho(clock, { touches: { kind: "looked" } }));
    fc.assert(
      fc.property(fc.nat(255), fc.uint8Array({ maxLength: 60 }), (type, payload) => {
        near.send(Uint8Array.of(0, payload.length + 2, type, 1, ...payload));
        expect(run(patient.touch(view, WAIT_MS)).value).toEqual({ kind: "looked" });
      }),
    );
  });

  it.each([
    ["a type nobody knows", fromHex("0002 7F 01"), "front-nonsense"],
    ["an answer where it is the one that answers", fromHex("0002 82 01"), "front-nonsense"],
    ["a length that cannot be right", fromHex("0001"), "front-lost"],
  ])("tells of it once: %s", (_title, bytes, code) => {
    const { near, clock, problems } = withSomebody((at) => patientWho(at, {}));
    for (let time = 0; time < 3; time++) near.send(bytes);
    clock.runUntilIdle();
    expect(problems).toEqual([code]);
  });
});
