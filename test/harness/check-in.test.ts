import { describe, expect, it } from "vitest";
import type { KeptScreenEvent } from "../../devices/readers/screens.ts";
import { type ArmedFault, type CheckIn, type Scenario, type Step, scenario } from "../../harness/scenario.ts";
import { c01 } from "../../harness/scenarios/certification/c01-face-happy-path.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";
import { run } from "./runs.ts";

interface Story {
  readonly checkIn?: Partial<CheckIn>;
  readonly faults?: readonly ArmedFault[];
  readonly policyDate?: string;
  readonly reader?: Scenario["reader"];
}

async function traceOf({
  checkIn = {},
  faults = [],
  policyDate = "2026-02-10",
  reader = "simulated-face",
}: Story): Promise<Trace> {
  const step: Step = {
    step: "check-in",
    visit: "V1",
    persona: "employee",
    methods: ["face"],
    consents: ["drug"],
    ...checkIn,
  };
  const persona = step.persona;
  const told = scenario({
    ...c01,
    reader,
    policyDate,
    faults,
    steps: [{ step: "reception", visit: "V1", persona }, step, { step: "wait", ms: 9_000 }],
    checks: [],
  });
  const { trace, defect } = await run(told);
  expect(defect).toBeUndefined();
  return trace;
}

const screens = (trace: Trace): readonly KeptScreenEvent[] => trace.on("reader.screen").map(({ message }) => message);
const shown = (trace: Trace): readonly string[] =>
  screens(trace)
    .filter(({ touch }) => touch === undefined)
    .map(({ screen }) => screen);
const messages = (trace: Trace): readonly string[] => screens(trace).flatMap(({ message }) => message ?? []);
const faceFiles = (trace: Trace): number =>
  trace.on("exchange.file").filter(({ message }) => message.change === "written" && message.folder === "face").length;

describe("a check-in at a reader", () => {
  it("goes through its screens in the public order and ends with one face file", async () => {
    const trace = await traceOf({});
    expect(shown(trace)).toEqual(["S00", "S01", "S02", "S03a", "S04", "S05", "S07", "S09"]);
    expect(faceFiles(trace)).toBe(1);
  });

  it.each([
    ["at the threshold", 600, 1, "S04"],
    ["one thousandth below it", 599, 0, "SIM-007"],
  ])("a face %s is judged as the profile says", async (_title, score, files, sign) => {
    const trace = await traceOf({ faults: [{ fault: "face-score", params: { score } }] });
    expect(faceFiles(trace)).toBe(files);
    expect([...shown(trace), ...messages(trace)]).toContain(sign);
    expect(trace.on("camera.frame").length).toBe(files === 1 ? 1 : 3);
  });

  it("offers another way after three failed faces, and the PIN then works", async () => {
    const trace = await traceOf({
      checkIn: { methods: ["face", "pin"] },
      faults: [{ fault: "face-score", params: { score: 10 } }],
    });
    const offers = screens(trace).flatMap(({ offers: ways }) => (ways === undefined ? [] : [ways]));
    expect(offers).toEqual([
      ["face", "pin", "visual"],
      ["pin", "visual"],
    ]);
    expect(faceFiles(trace)).toBe(1);
  });

  it("tells the tries left after wrong PINs, locks at three, and the visual check still works", async () => {
    const trace = await traceOf({ checkIn: { methods: ["pin", "visual"], wrongPins: 3 } });
    expect(
      screens(trace).flatMap(({ screen, message, triesLeft }) =>
        screen === "S03b" && message !== undefined ? [[message, triesLeft]] : [],
      ),
    ).toEqual([
      ["SIM-003", 2],
      ["SIM-003", 1],
    ]);
    expect(messages(trace)).toContain("SIM-004");
    expect(faceFiles(trace)).toBe(1);
  });

  it("never lets a PIN, a photo or a personal number into the trace", async () => {
    const text = JSON.stringify((await traceOf({ checkIn: { methods: ["pin"], wrongPins: 1 } })).crossings);
    expect(text).toContain("«pin»");
    expect(text).not.toMatch(/"digits":"\d/);
    expect(text).not.toMatch(/00200080043/); // VERIFY with digits behind it
  });

  it.each([0, 1, 5, 20, 40, 48])(
    "a chip that falls silent after %i commands leaves no file and a message",
    async (afterCommands) => {
      const trace = await traceOf({ faults: [{ fault: "chip-mute", params: { afterCommands } }] });
      expect(faceFiles(trace)).toBe(0);
      expect(messages(trace).length).toBeGreaterThan(0);
      expect(shown(trace).at(-1)).toBe("S09");
    },
  );

  it("asks for limit data until 2024-10-06 on screens of their own, and not since, with one button for the rest", async () => {
    const [before, after] = [await traceOf({ policyDate: "2024-10-06" }), await traceOf({ policyDate: "2024-10-07" })];
    const asked = (trace: Trace) =>
      screens(trace).flatMap(({ screen, asks, bundled, touch }) =>
        asks === undefined || touch !== undefined ? [] : [[screen, asks.length, bundled]],
      );
    expect(asked(before)).toEqual([
      ["S05", 1, false],
      ["S05", 1, false],
      ["S05", 1, false],
      ["S05", 1, false],
      ["S06", 1, false],
    ]);
    expect(asked(after)).toEqual([["S05", 4, true]]);
  });

  it("a general reader offers no face", async () => {
    const trace = await traceOf({ reader: "general", checkIn: { methods: ["visual"] } });
    expect(screens(trace).find(({ offers }) => offers !== undefined)?.offers).toEqual(["pin", "visual"]);
    expect(trace.on("camera.frame")).toEqual([]);
    expect(faceFiles(trace)).toBe(1);
  });

  it.each([
    ["line-cut", "SIM-020"],
    ["line-authentication-lost", "SIM-021"],
    ["terminal-certificate-expired", "SIM-022"],
    ["server-error", "SIM-024"],
  ] as const)("%s ends with its own message and no file", async (fault, message) => {
    const trace = await traceOf({ checkIn: { methods: ["pin"] }, faults: [{ fault }] });
    expect(messages(trace)).toContain(message);
    expect(faceFiles(trace)).toBe(0);
  });

  it("a line slower than the terminal's patience is no answer", async () => {
    const trace = await traceOf({
      checkIn: { methods: ["pin"] },
      faults: [{ fault: "line-slow", params: { ms: 30_000 } }],
    });
    expect(messages(trace)).toContain("SIM-020");
  });

  it("refuses a masked face", async () => {
    const trace = await traceOf({ checkIn: { face: "masked" } });
    expect(trace.on("camera.frame").every(({ message: { score, threshold } }) => score < threshold)).toBe(true);
    expect(faceFiles(trace)).toBe(0);
  });

  it.each([
    ["printed", "SIM-028"],
    ["screen", "SIM-028"],
    ["backlit", "SIM-027"],
    ["nobody", "SIM-027"],
    ["two-people", "SIM-007"],
  ] as const)("what the camera sees as %s is refused with %s, three times", async (face, message) => {
    const trace = await traceOf({ checkIn: { face } });
    expect(trace.on("camera.frame")).toHaveLength(3);
    expect(messages(trace)).toEqual([message, message, message, "SIM-008"]);
    expect(faceFiles(trace)).toBe(0);
  });

  it("matches a photograph held up well, and life is what refuses it", async () => {
    const [first] = (await traceOf({ checkIn: { face: "printed" } })).on("camera.frame");
    expect(first?.message).toMatchObject({ threshold: 600, liveThreshold: 500, quality: "good" });
    expect(first?.message.score).toBeGreaterThanOrEqual(600);
    expect(first?.message.live).toBeLessThan(500);
  });

  it("names in the step what is before the camera, and nothing on an ordinary day", async () => {
    const face = (trace: Trace) => trace.on("scenario.step").map(({ message }) => message.face);
    expect(face(await traceOf({ checkIn: { face: "printed" } }))).toContain("printed");
    expect(face(await traceOf({ checkIn: { face: "printed", faceScores: [600] } }))).toContain("scripted");
    expect(face(await traceOf({}))).toEqual([undefined, undefined, undefined]);
  });
});

describe("scripted scores", () => {
  it("take the place of pictures, try by try, and each refusal is told before the next try", async () => {
    const trace = await traceOf({ checkIn: { faceScores: [{ quality: "too-dark" }, { live: 120 }, 600] } });
    expect(trace.on("camera.frame").map(({ message: { score, live, quality } }) => [score, live, quality])).toEqual([
      [1000, 1000, "too-dark"],
      [1000, 120, "good"],
      [600, 1000, "good"],
    ]);
    expect(messages(trace)).toEqual(["SIM-027", "SIM-028"]);
    expect(faceFiles(trace)).toBe(1);
  });

  it("let the time of a try run out where nothing comes before the camera, and the next try follows", async () => {
    const trace = await traceOf({ checkIn: { faceScores: ["time-over", 900] } });
    const [first, second] = trace
      .on("reader.screen")
      .filter(({ message: { screen, touch } }) => screen === "S03a" && touch === undefined);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBe(10_000);
    expect(second?.message.message).toBe("SIM-029");
    expect(trace.on("camera.frame")).toHaveLength(1);
    expect(faceFiles(trace)).toBe(1);
  });

  it("that never come leave the other ways open", async () => {
    const trace = await traceOf({ checkIn: { methods: ["face", "visual"], faceScores: ["time-over"] } });
    expect(trace.on("camera.frame")).toEqual([]);
    expect(messages(trace)).toEqual(["SIM-029", "SIM-029", "SIM-029"]);
    expect(faceFiles(trace)).toBe(1);
  });

  it("on a card without a photograph are never looked at", async () => {
    const trace = await traceOf({ checkIn: { persona: "infant", methods: ["face", "pin"], faceScores: [1000] } });
    expect(trace.on("camera.frame")).toEqual([]);
    expect(messages(trace)).toEqual(["SIM-009"]);
  });

  it("need no picture at all", async () => {
    const trace = await traceOf({ checkIn: { faceScores: [600] } });
    expect(trace.header.pictures).toBe("");
    expect(faceFiles(trace)).toBe(1);
  });

  it("that cannot be are told by name", async () => {
    const step = { step: "check-in", visit: "V1", persona: "employee", methods: ["face"], consents: [] } as const;
    const { defect } = await run(scenario({ ...c01, steps: [{ ...step, faceScores: [1001] }], checks: [] }));
    expect(defect).toMatchObject({ name: "MisuseError", field: "script[0].match" });
  });
});
