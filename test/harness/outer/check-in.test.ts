import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { preparePictures } from "../../../harness/edges/prepare-pictures.ts";
import { checkInScenario } from "../../../harness/outer/check-in.ts";
import { ReaderStand } from "../../../harness/reader-stand.ts";
import { Run } from "../../../harness/run.ts";
import { writeTraceFile } from "../../../harness/trace-file.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { freshKeys } from "../../../simulator/pki/key-source.ts";
import { personas } from "../../../simulator/population/personas/index.ts";
import { checkInAt, outside, PIN, usual } from "./counter.ts";

const VERIFY = 0x20;

describe("a check-in with the card on a reader outside", () => {
  it.each([
    ["sim-antenna", "face"],
    ["sim-antenna", "pin"],
    ["sim-antenna", "visual"],
    ["sim-contacts", "face"],
    ["sim-contacts", "pin"],
    ["gempc-twin", "face"],
    ["gempc-twin", "pin"],
    ["sec1210", "pin"],
  ] as const)("over a %s by %s ends in a face file", async (reader, method) => {
    const there = await outside({ reader, drawn: true });
    const { outcome, file } = await checkInAt(there, { methods: [method] });
    expect(outcome).toMatchObject({ kind: "done", method });
    expect(file?.name).toMatch(/^OQSsiquc01res_face_/);
    expect(there.defects).toEqual([]);
  });

  it.each(personas.map(({ id }) => id))("of %s ends as with the card in process", async (persona) => {
    const plan = { ...usual, persona, methods: ["visual"] } as const;
    const there = await outside({ lays: persona });
    const { outcome } = await checkInAt(there, plan);
    expect(outcome.kind === "done" ? "done" : outcome).toEqual(await inProcess(plan));
  });

  it("leaves evidence of what lay there, and none of what the card said", async () => {
    const { trace } = await checkInAt(await outside());
    expect(trace.on("card.apdu")).toEqual([]);
    const moves = trace.on("card.field").map(({ message }) => message);
    expect(moves.map(({ change }) => change)).toEqual(["inserted", "removed"]);
    expect(moves[0]?.atr).toBe("3B 88 80 01 00 00 05 E0 B3 81 A1 00 7F");
    expect(writeTraceFile(trace)).not.toMatch(new RegExp(`"digits":"${PIN}"`));
  });

  it("tells whoever watches of each screen as it comes", async () => {
    const screens: string[] = [];
    await checkInAt(await outside(), {}, (crossing) => {
      if (crossing.pco === "reader.screen" && crossing.message.touch === undefined)
        screens.push(crossing.message.screen);
    });
    expect(screens).toEqual(["S00", "S01", "S02", "S03b", "S04", "S05", "S07", "S09"]);
  });

  it("types a wrong PIN once, so that no card is locked by a slip on the command line", async () => {
    const there = await outside();
    const { outcome, trace } = await checkInAt(there, { pin: "0000" });
    expect(outcome).toEqual({ kind: "ended", message: "SIM-008" });
    const shown = trace.on("reader.screen").map(({ message }) => message);
    expect(shown).toContainEqual(expect.objectContaining({ message: "SIM-003", triesLeft: 2 }));
    expect(there.seen.filter(showsPin)).toHaveLength(1);
  });

  it("of a card made with another seed is refused by the centre", async () => {
    const { outcome } = await checkInAt(await outside({ seed: 2 }));
    expect(outcome).toEqual({ kind: "ended", message: "006" });
  });

  it("with a driving licence ends as a patient sees it", async () => {
    const { outcome } = await checkInAt(await outside({ lays: "driving-licence" }));
    expect(outcome).toEqual({ kind: "ended", message: "002" });
  });

  it("shows a card that others issued no PIN, and says why", async () => {
    const keys = freshKeys(() => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
    const there = await outside({ keys });
    await expect(checkInAt(there)).rejects.toThrow("was not issued by this simulation");
    expect(there.seen.filter(showsPin)).toEqual([]);
  });

  it("with a card that is taken away under way ends with the message for it", async () => {
    const there = await outside();
    const { outcome } = await checkInAt(there, {}, (crossing) => {
      if (crossing.pco === "reader.screen" && crossing.message.touch?.kind === "typed") there.cards.remove(0);
    });
    expect(outcome).toEqual({ kind: "ended", message: "SIM-005" });
  });
});

type Seen = Awaited<ReturnType<typeof outside>>["seen"][number];

const showsPin = (crossing: Seen): boolean =>
  crossing.pco === "card.apdu" && crossing.message.command.ins === VERIFY && crossing.message.command.data.length > 0;

/** The same check-in with the card in process. */
async function inProcess(plan: Parameters<typeof checkInScenario>[0]) {
  const scenario = checkInScenario(plan);
  const [step] = scenario.steps;
  if (step?.step !== "check-in") throw new Error("a check-in is one step");
  const pictures = await preparePictures(scenario, plan.seed);
  const { world } = new Run({ scenario, seed: plan.seed, pictures }, "none", "simulate");
  let outcome: unknown;
  start(new ReaderStand("R1", world).checkIn(step, world.board.strand()), (settled) => {
    outcome = "error" in settled ? settled.error : settled.value.kind === "done" ? "done" : settled.value;
  });
  world.clock.runUntilIdle();
  return outcome;
}
