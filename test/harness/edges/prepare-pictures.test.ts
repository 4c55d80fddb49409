import { describe, expect, test } from "vitest";
import { blankPictures } from "../../../devices/cards/card-image.ts";
import { personaSubject } from "../../../harness/edges/face/persona-subject.ts";
import { captureFrame } from "../../../harness/edges/face-image.ts";
import { preparePictures } from "../../../harness/edges/prepare-pictures.ts";
import { type CheckIn, type Scenario, scenario } from "../../../harness/scenario.ts";
import { c01 } from "../../../harness/scenarios/certification/c01-face-happy-path.ts";
import { sameBytes } from "../../../simulator/kernel/bytes.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";

const SEED = 5;

const visiting = (...scripts: readonly Partial<CheckIn>[]): Scenario =>
  scenario({
    ...c01,
    steps: scripts.map((script, index) => ({
      step: "check-in",
      visit: `V${index + 1}`,
      persona: "employee",
      methods: ["face"],
      consents: [],
      ...script,
    })),
    checks: [],
  });

const prepare = (...scripts: readonly Partial<CheckIn>[]) => preparePictures(visiting(...scripts), SEED);

describe("the pictures of a run", () => {
  test.each(["normal", "masked"] as const)("have a %s face as it always was, byte for byte", async (face) => {
    const pictures = await prepare({ face });
    const { subject, rng } = await personaSubject("employee", SEED, civilDate(c01.policyDate));
    const [first, second] = pictures.liveFace("employee", face);
    expect(sameBytes(first.luma, captureFrame(subject.moments[0], face, rng.fork(face)).luma)).toBe(true);
    expect(second === undefined ? undefined : sameBytes(first.luma, second.luma)).toBe(false);
  });

  test("are those of the conditions that a step has, and of no other", async () => {
    const pictures = await prepare({}, { face: "printed" }, { persona: "colleague", face: "dim" });
    for (const face of ["normal", "printed"] as const) expect(pictures.liveFace("employee", face)).toHaveLength(2);
    expect(pictures.liveFace("colleague", "dim")).toHaveLength(2);
    expect(() => pictures.liveFace("colleague", "normal")).toThrow("colleague before a camera as normal");
    expect(() => pictures.liveFace("pensioner", "normal")).toThrow("pensioner before a camera as normal");
  });

  test("are the same each time, and another condition makes others", async () => {
    const [once, again, other] = [await prepare({}), await prepare({}), await prepare({ face: "screen" })];
    expect(again.sha256).toBe(once.sha256);
    expect(other.sha256).not.toBe(once.sha256);
  });

  test("of who never looks into a camera are blank", async () => {
    const pictures = await prepare({ methods: ["pin"], face: "printed" });
    expect(pictures.cardOf("employee")).toBe(blankPictures);
    expect(pictures.sha256).toBe("");
  });
});

describe("a persona whose tries are all scripted", () => {
  test("has no picture drawn, and a photograph that opens the face way and nothing else", async () => {
    const pictures = await prepare({ faceScores: [600] });
    const { photo, ...others } = pictures.cardOf("employee");
    expect({ ...others, photo: blankPictures.photo }).toEqual(blankPictures);
    expect(pictures.sha256).toBe("");
    expect(pictures.decode(photo)).toBeDefined();
    expect(pictures.decode(Uint8Array.of(...photo, 0))).toBeUndefined();
    expect(() => pictures.liveFace("employee", "normal")).toThrow("employee before a camera");
  });

  test("keeps the drawn photograph where another try is not", async () => {
    const pictures = await prepare({ faceScores: [600] }, {});
    const drawn = await prepare({});
    expect(pictures.cardOf("employee")).toEqual(drawn.cardOf("employee"));
    expect(pictures.decode(drawn.cardOf("employee").photo)).toMatchObject({ widthPx: 240, heightPx: 320 });
  });
});
