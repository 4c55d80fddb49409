import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreFaces } from "../../../../devices/readers/face/comparator.ts";
import { livenessOf } from "../../../../devices/readers/face/liveness.ts";
import { decideFace, type FaceMeasurement, measureFace } from "../../../../devices/readers/face/verdict.ts";
import { readerProfiles } from "../../../../devices/readers/profiles/index.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { anyPicture, noPictures, patches } from "./pictures.ts";

const fine: FaceMeasurement = { match: 600, live: 500, quality: "good" };
const thresholds = { threshold: 600, liveThreshold: 500 };

describe("the verdict on a try", () => {
  test.each([
    ["just below the threshold", { ...fine, match: 599 }, "not-matched"],
    ["at the threshold", fine, "accepted"],
    ["just above the threshold", { ...fine, match: 601 }, "accepted"],
    ["alive just below its threshold", { ...fine, live: 499 }, "not-live"],
    ["somebody else's print", { ...fine, match: 0, live: 0 }, "not-live"],
    ["a blurred picture that matches", { ...fine, match: 990, quality: "too-blurred" }, "poor-picture"],
    ["nobody", { match: 0, live: 0, quality: "no-face" }, "poor-picture"],
    ["no picture in time", undefined, "time-over"],
  ] as const)("of %s is %s", (_, measured, decision) => {
    expect(decideFace(measured, thresholds)).toBe(decision);
  });

  test("asks nothing about life where the profile has no threshold for it", () => {
    expect(decideFace({ ...fine, live: 0 }, { threshold: 600 })).toBe("accepted");
  });

  test("asks nothing about life, and compares in its own way, where the reader's rules say so", () => {
    const careless = { acceptsFace: (score: number) => score > 100, asksForLife: false };
    const print: FaceMeasurement = { match: 101, live: 0, quality: "good" };
    expect(decideFace(print, thresholds, careless)).toBe("accepted");
    expect(decideFace({ ...print, match: 100 }, thresholds, careless)).toBe("not-matched");
    expect(decideFace({ ...print, quality: "backlit" }, thresholds, careless)).toBe("poor-picture");
  });

  test("takes its thresholds from the face field of a reader profile", () => {
    for (const { face } of Object.values(readerProfiles))
      expect(decideFace({ ...fine, match: face.threshold }, { threshold: face.threshold })).toBe("accepted");
  });

  test("accepts exactly what is good, alive and alike", () => {
    const score = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(score, score, score, score, (match, live, threshold, liveThreshold) => {
        const decision = decideFace({ match, live, quality: "good" }, { threshold, liveThreshold });
        return (decision === "accepted") === (match >= threshold && live >= liveThreshold);
      }),
    );
  });
});

describe("the measurement of a try", () => {
  test("is the comparator's score, the liveness of both frames and the quality of the first", () => {
    const [frame, later] = [patches(1), patches(2)];
    expect(measureFace([frame, later], patches(1))).toEqual({
      match: scoreFaces(frame, patches(1)),
      live: livenessOf(frame, later).score,
      quality: "good",
    });
    expect(measureFace([frame], patches(1)).live).toBe(livenessOf(frame).score);
  });

  test("of frames that were measured before differs in the match alone, from card to card", () => {
    const frames = [patches(1), patches(2)] as const;
    const [own, other] = [measureFace(frames, patches(1)), measureFace(frames, patches(3))];
    expect(other).toEqual({ ...own, match: scoreFaces(frames[0], patches(3)) });
    expect(other.match).not.toBe(own.match);
  });

  test("has whole scores from 0 to 1000 for any pictures", () => {
    fc.assert(
      fc.property(anyPicture, anyPicture, anyPicture, (frame, later, reference) => {
        const { match, live } = measureFace([frame, later], reference);
        return [match, live].every((score) => Number.isInteger(score) && score >= 0 && score <= 1000);
      }),
      { numRuns: 100 },
    );
  });

  test.each(noPictures)("names %s when the card's picture is not one", (field, image) => {
    expect(() => measureFace([patches(1)], image)).toThrow(expect.objectContaining({ field, name: MisuseError.name }));
  });
});
