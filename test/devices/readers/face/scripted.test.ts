import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ScriptedTry, scriptedFaces } from "../../../../devices/readers/face/scripted.ts";
import { decideFace } from "../../../../devices/readers/face/verdict.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";

describe("scripted scores", () => {
  test("come by the number of the try, and the last one stays", () => {
    const faces = scriptedFaces([599, 600, 601]);
    expect([0, 1, 2, 3, 1_000_000].map((attempt) => faces(attempt)?.match)).toEqual([599, 600, 601, 601, 601]);
  });

  test("are those of a good try in everything the script does not say", () => {
    expect(scriptedFaces([{ live: 120 }])(0)).toEqual({ match: 1000, live: 120, quality: "good" });
    expect(scriptedFaces([700])(0)).toEqual({ match: 700, live: 1000, quality: "good" });
  });

  test("lead a reader through refusal, time-over and acceptance", () => {
    const faces = scriptedFaces([{ quality: "too-dark" }, "time-over", 599, { live: 0 }, 600]);
    const decisions = [0, 1, 2, 3, 4].map((attempt) => {
      return decideFace(faces(attempt), { threshold: 600, liveThreshold: 500 });
    });
    expect(decisions).toEqual(["poor-picture", "time-over", "not-matched", "not-live", "accepted"]);
  });

  test("say the same each time they are asked", () => {
    const script = fc.array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constant("time-over" as const)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(script, fc.nat(), (tries: ScriptedTry[], attempt) => {
        const faces = scriptedFaces(tries);
        expect(faces(attempt)).toEqual(scriptedFaces(tries)(attempt));
      }),
    );
  });

  test.each([
    ["script", []],
    ["script[0].match", [1001]],
    ["script[1].match", [500, -1]],
    ["script[0].match", [0.5]],
    ["script[0].live", [{ live: Number.NaN }]],
    ["script[0].quality", [{ quality: "fine" as "good" }]],
  ] as const)("name %s when it cannot be", (field, script) => {
    expect(() => scriptedFaces(script)).toThrow(expect.objectContaining({ field, name: MisuseError.name }));
  });
});
