import { describe, expect, it } from "vitest";
import type { ReaderProfile } from "../../../devices/readers/profile.ts";
import { type ReaderId, readerProfiles } from "../../../devices/readers/profiles/index.ts";
import { preparePictures } from "../../../harness/edges/prepare-pictures.ts";
import { ReaderStand } from "../../../harness/reader-stand.ts";
import { Run } from "../../../harness/run.ts";
import { type CheckIn, type Scenario, scenario } from "../../../harness/scenario.ts";
import { c01 } from "../../../harness/scenarios/certification/c01-face-happy-path.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { faceFiles } from "./counter.ts";

const all = Object.entries(readerProfiles) as readonly (readonly [ReaderId, ReaderProfile])[];

/** A day on which readers still asked about limit-amount data (readers-and-line.md §5.1). */
const LIMIT_ASKED = "2024-10-06";

interface Walk extends Partial<CheckIn> {
  readonly policyDate?: string;
  /** The cable to the terminal is out. */
  readonly unplugged?: true;
}

/** The first check-in of a day at a reader: whether it ended in a face file, and what the patient saw. */
async function walk(reader: ReaderId, { policyDate = c01.policyDate, unplugged, ...script }: Walk) {
  const visit: CheckIn = { persona: "employee", methods: ["visual"], consents: [], ...script };
  const steps = [{ step: "check-in", visit: "V1", ...visit }] as const;
  const beside = visit.methods.includes("phone") && readerProfiles[reader].phone === "paired-reader";
  const pairing: Partial<Scenario> = beside ? { pairedReader: "general" } : {};
  const told = scenario({ ...c01, ...pairing, reader, policyDate, steps, checks: [] });
  const run = new Run({ scenario: told, seed: 1, pictures: await preparePictures(told, 1) }, "none", "simulate");
  const { board, clock } = run.world;
  if (unplugged) board.arm("reader.link", "unplugged", () => ({ drop: true }));
  start(new ReaderStand("R1", run.world).checkIn(visit, board.strand()), (settled) => {
    if ("error" in settled) throw settled.error;
  });
  clock.runUntilIdle();
  const { trace } = run.conclude();
  const views = trace.on("reader.screen").map(({ message }) => message);
  return {
    files: faceFiles(trace).length,
    screens: views.map(({ screen }) => screen),
    messages: views.flatMap(({ message }) => message ?? []),
  };
}

const byPhone = { persona: "android-phone", methods: ["phone"] } as const;

/** Check-ins that between them come by every screen a reader may have. */
function tourOf({ methods, phone }: ReaderProfile): readonly Walk[] {
  return [
    ...methods.map((method): Walk => ({ methods: [method] })),
    ...(phone === "none" ? [] : [byPhone]),
    { policyDate: LIMIT_ASKED },
    { persona: "subsidy-nanbyo" },
    { persona: "certificate-near-end" },
    { persona: "certificate-in-grace" },
    { persona: "certificate-expired" },
    { methods: ["pin"], wrongPins: 3 },
    { unplugged: true },
  ];
}

describe.each(all)("the reader %s", (id, profile) => {
  it.each(profile.methods)("ends a check-in by %s with a face file", async (method) => {
    expect((await walk(id, { methods: [method] })).files).toBe(1);
  });

  it.runIf(profile.phone !== "none")("ends a check-in by smartphone with a face file", async () => {
    expect((await walk(id, byPhone)).files).toBe(1);
  });

  it("shows every screen of its table in some check-in, no other, and no message it does not list", async () => {
    const walks = await Promise.all(tourOf(profile).map((each) => walk(id, each)));
    const screens = new Set(walks.flatMap((each) => each.screens));
    expect([...screens].sort()).toEqual(Object.keys(profile.screens).sort());
    expect(walks.flatMap(({ messages }) => messages).filter((code) => !(code in profile.messages))).toEqual([]);
  });
});
