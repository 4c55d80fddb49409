import { describe, expect, it } from "vitest";
import { type ReaderModelId, readerModels } from "../../devices/ccid-reader/models.ts";
import { FrontParser } from "../../devices/front-port/parser.ts";
import type { ScreenView } from "../../devices/readers/screens.ts";
import { loopback } from "../../devices/transports/loopback.ts";
import { scenarioByName, subjectByName } from "../../harness/catalogue.ts";
import { ConfigurationError } from "../../harness/configuration-error.ts";
import { Lockstep } from "../../harness/edges/lockstep.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import { judge } from "../../harness/judge.ts";
import { type ScenarioRun, simulate, simulateOnWire } from "../../harness/run.ts";
import { concat, latin1 } from "../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";

/** A line whose ends remember what they heard. */
function line(clock: VirtualClock, name: string) {
  const [hostEnd, readerEnd] = loopback(clock, name);
  const pieces = { atHost: [] as Uint8Array[], atReader: [] as Uint8Array[] };
  hostEnd.onBytes((bytes) => pieces.atHost.push(bytes));
  readerEnd.onBytes((bytes) => pieces.atReader.push(bytes));
  return {
    hostEnd,
    readerEnd,
    heard: () => ({ atHost: concat(...pieces.atHost), atReader: concat(...pieces.atReader) }),
  };
}

/** A scenario with the first reader on a wire, beside the same in process. */
async function onWire(name: string, model: ReaderModelId, front: "front" | "card alone", subjectName = "reference") {
  const scenario = scenarioByName(name);
  const plan = { scenario, seed: scenario.seed, pictures: await preparePictures(scenario, scenario.seed) };
  const subject = subjectByName(subjectName);
  const lines: ReturnType<typeof line>[] = [];
  const wired = await simulateOnWire(
    plan,
    subject,
    (clock) => {
      const [card, screen] = [line(clock, "card"), line(clock, "front")];
      lines.push(card, screen);
      return { model: readerModels[model], ...card, ...(front === "front" ? { front: screen } : {}) };
    },
    async (clock) => clock.runUntilIdle(),
  );
  const [, screen] = lines.map(({ heard }) => heard());
  ensure(screen !== undefined, "a run has its wires made");
  return { wired, inProcess: simulate(plan, subject), scenario, screen };
}

const filesOf = (trace: Trace) => trace.on("exchange.file").map(({ atMs, message }) => ({ atMs, message }));
const screensOf = (trace: Trace) => trace.on("reader.screen").map(({ atMs, message }) => ({ atMs, message }));
const triesOf = (trace: Trace) => trace.on("camera.frame").map(({ atMs, message }) => ({ atMs, message }));

describe("a check-in with the reader at the end of a wire", () => {
  it.each([
    ["C01", "gempc-twin"],
    ["C01", "sim-contacts"],
    ["C02", "gempc-twin"],
    ["C05", "sec1210"],
  ] as const)("%s over a %s comes to the same files at the same instants as in process", async (name, model) => {
    const { wired, inProcess, scenario, screen } = await onWire(name, model, "card alone");
    expect(wired.defect).toBeUndefined();
    expect(filesOf(wired.trace)).toEqual(filesOf(inProcess.trace));
    expect(judge(scenario, wired).verdict).toBe(judge(scenario, inProcess).verdict);
    expect(screen.atReader).toHaveLength(0);
  });

  it("takes out the card that a session left behind", async () => {
    const { wired, inProcess, scenario } = await onWire("F08", "sim-contacts", "card alone", "reader/skips-removal");
    expect(wired.defect).toBeUndefined();
    expect(judge(scenario, wired).verdict).toBe(judge(scenario, inProcess).verdict);
  });

  it("works by antenna as well, a little later", async () => {
    const { wired, scenario } = await onWire("C01", "sim-antenna", "front");
    expect(wired.defect).toBeUndefined();
    expect(judge(scenario, wired).verdict).toBe("pass");
  });
});

describe("a check-in with screen, keys and camera at the end of a line as well", () => {
  it.each(["C01", "C02", "C03", "F08", "F11", "F12", "F16", "F23"])(
    "%s comes to the same screens, tries, files and verdict at the same instants as in process",
    async (name) => {
      const { wired, inProcess, scenario } = await onWire(name, "sim-contacts", "front");
      expect(wired.defect).toBeUndefined();
      expect(screensOf(wired.trace)).toEqual(screensOf(inProcess.trace));
      expect(triesOf(wired.trace)).toEqual(triesOf(inProcess.trace));
      expect(filesOf(wired.trace)).toEqual(filesOf(inProcess.trace));
      expect(judge(scenario, wired).verdict).toBe(judge(scenario, inProcess).verdict);
    },
  );

  // F08 begins with a check-in: everything hangs on its wire before the first step.
  it.each(["C01", "F08"])("%s shows there every screen, those that only inform as well", async (name) => {
    const { wired, screen } = await onWire(name, "sim-contacts", "front");
    const shown: ScreenView[] = [];
    const parser = new FrontParser((event) => {
      if (event.kind === "frame" && event.frame.message.kind === "screen") shown.push(event.frame.message.view);
    });
    parser.push(screen.atReader);
    const views = wired.trace.on("reader.screen").flatMap(({ message }) => ("touch" in message ? [] : [message]));
    expect(views.map((view) => view.screen)).toContain("S01");
    expect(shown).toEqual(views);
  });

  it("has the digits of a PIN on that line and not in the trace", async () => {
    const { wired, screen } = await onWire("F08", "sim-contacts", "front");
    const typed = [...latin1(screen.atHost).matchAll(/"digits":("\d{4}")/g)].map(([, digits = ""]) => digits);
    expect(typed.length).toBeGreaterThan(5);
    const kept = JSON.stringify(wired.trace.crossings);
    expect(typed.filter((digits) => kept.includes(digits))).toEqual([]);
    expect(wired.trace.on("reader.screen").some(({ marks }) => marks?.includes("pin"))).toBe(true);
  });
});

/** When C01 has its card in the reader. */
const WITH_THE_CARD_IN_MS = 10_000;

describe("runs one after the other over the same line", () => {
  /** A line that outlives the worlds on it, as serial ports do. */
  async function runsOnOneLine() {
    const wall = new VirtualClock(0);
    const lockstep = new Lockstep();
    const [host, reader] = loopback(wall, "wire");
    const wire = {
      model: readerModels["sim-contacts"],
      hostEnd: lockstep.over(host),
      readerEnd: lockstep.over(reader),
    };
    const scenario = scenarioByName("C01");
    const plan = { scenario, seed: scenario.seed, pictures: await preparePictures(scenario, scenario.seed) };
    const drive = async (clock: VirtualClock): Promise<void> => {
      let isOver = false;
      const run = lockstep.run(clock).finally(() => {
        isOver = true;
      });
      run.catch(() => {}); // told below
      while (!isOver) {
        wall.runNext();
        await Promise.resolve();
      }
      await run;
    };
    const runWith = (name: string, driven = drive) => simulateOnWire(plan, subjectByName(name), () => wire, driven);
    return { runWith, drive, verdictOf: (run: ScenarioRun) => judge(scenario, run).verdict };
  }

  it("a card that a session left behind is not in the next one", async () => {
    const { runWith, verdictOf } = await runsOnOneLine();
    expect((await runWith("reader/skips-removal")).defect).toBeUndefined();
    const next = await runWith("reference");
    expect(next.defect).toBeUndefined();
    expect(verdictOf(next)).toBe("pass");
  });

  it("a defect is the run's own, and the next one is none the worse", async () => {
    const { runWith, drive, verdictOf } = await runsOnOneLine();
    const crash = new Error("a defect of ours");
    const crashed = await runWith("reference", async (clock) => {
      clock.after(WITH_THE_CARD_IN_MS, () => {
        throw crash;
      });
      await drive(clock);
    });
    expect(crashed.defect).toBe(crash);
    expect(crashed.trace.footer.outcome).toBe("crashed");
    expect(verdictOf(await runWith("reference"))).toBe("pass");
  });

  it("what is wrong with the line itself ends them all", async () => {
    const { runWith } = await runsOnOneLine();
    const broken = new ConfigurationError("the line ended", "look at the cable");
    await expect(runWith("reference", () => Promise.reject(broken))).rejects.toBe(broken);
  });
});
