import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../harness/catalogue.ts";
import { Recorder, type Secret } from "../../harness/recorder.ts";
import { headerOf } from "../../harness/run.ts";
import { writeTraceFile } from "../../harness/trace-file.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { Switchboard } from "../../simulator/kernel/pco.ts";
import { start } from "../../simulator/kernel/process.ts";
import { picturesFor } from "./runs.ts";

const NUMBER = "123456789018";
const secrets: readonly Secret[] = [
  { kind: "personal-number", digits: NUMBER },
  { kind: "reference-key", digits: "02010120301234" },
];

/** A recorder behind a switchboard, as a world has it. */
async function recording() {
  const scenario = scenarioByName("C07");
  const plan = { scenario, seed: 1, pictures: await picturesFor(scenario, 1) };
  const recorder = new Recorder(headerOf(plan, "none", "simulate"), secrets);
  const clock = new VirtualClock(1_000);
  const board = new Switchboard(clock, recorder.observe);
  return { recorder, clock, board };
}

const file = (text: string) => ({
  folder: "face" as const,
  name: "x.xml",
  change: "written" as const,
  bytes: Buffer.from(text),
});

describe("the recorder", () => {
  it("numbers what it sees and threads cause and effect", async () => {
    const { recorder, board } = await recording();
    const strand = board.strand();
    strand.note("scenario.step", { step: "recheck" });
    strand.fork().note("subject.act", { act: "erased", visit: "V1" });
    strand.note("subject.act", { act: "erased", visit: "V2" });
    expect(recorder.conclude("completed").crossings.map(({ seq, cause }) => [seq, cause])).toEqual([
      [1, undefined],
      [2, 1],
      [3, 1],
    ]);
  });

  it("writes nothing that is nothing: no fate, faults, marks or input where there are none", async () => {
    const { recorder, board } = await recording();
    board.strand().note("subject.act", { act: "erased", visit: "V1" });
    expect(Object.keys(recorder.conclude("completed").crossings[0] ?? {})).toEqual(["seq", "atMs", "pco", "message"]);
  });

  it("marks what came from outside, and what a fault did", async () => {
    const { recorder, clock, board } = await recording();
    board.strand().note("subject.act", { act: "erased", visit: "V1" }, true);
    board.arm("exchange.file", "late", (change) => ({ delay: change, ms: 50 }));
    start(board.strand().cross("exchange.file", file("<a/>")), () => undefined);
    clock.runUntilIdle();
    const [first, second] = recorder.conclude("completed").crossings;
    expect(first?.input).toBe(true);
    expect([second?.by, second?.fate, second?.atMs]).toEqual([["late"], "delayed", 1_050]);
  });

  it("puts a mark where a secret stood, once for each kind", async () => {
    const { recorder, board } = await recording();
    board.strand().note("exchange.file", file(`<a>${NUMBER}</a><b>${NUMBER}</b><c>02010120301234</c>`));
    const trace = recorder.conclude("completed");
    expect(trace.on("exchange.file")[0]).toMatchObject({
      marks: ["personal-number", "reference-key"],
      message: { text: "<a>«personal-number»</a><b>«personal-number»</b><c>«reference-key»</c>" },
    });
    expect(writeTraceFile(trace)).not.toContain(NUMBER);
  });

  it("keeps that a PIN was typed, and not which", async () => {
    const { recorder, board } = await recording();
    board.strand().note("reader.screen", { reader: "R1", screen: "S03b", touch: { kind: "typed", digits: "4711" } });
    const trace = recorder.conclude("completed");
    expect(trace.on("reader.screen")[0]).toMatchObject({ marks: ["pin"], message: { touch: { digits: "«pin»" } } });
    expect(writeTraceFile(trace)).not.toContain("4711");
  });

  it("keeps of a line segment its length, not its bytes", async () => {
    const { recorder, board } = await recording();
    const segment = { facility: "f", step: "request", prefix: "fd00:99:1::/64", bytes: Buffer.from(NUMBER) } as const;
    board.strand().note("line.segment", segment);
    expect(recorder.conclude("completed").on("line.segment")[0]?.message).toEqual({
      facility: "f",
      step: "request",
      prefix: "fd00:99:1::/64",
      lengthBytes: 12,
    });
  });

  it("closes with the number of crossings and the digest of every line before", async () => {
    const { recorder, board } = await recording();
    board.strand().note("subject.act", { act: "erased", visit: "見本" });
    const trace = recorder.conclude("incomplete");
    const before = writeTraceFile(trace).split("\n").slice(0, -2);
    const sha256 = createHash("sha256")
      .update(before.map((line) => `${line}\n`).join(""))
      .digest("hex");
    expect(trace.footer).toEqual({ outcome: "incomplete", crossings: 1, sha256 });
  });
});
