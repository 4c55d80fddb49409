import type { ConfirmationMethod } from "../../devices/readers/profile.ts";
import { Director } from "../../harness/director.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import type { Pictures } from "../../harness/pictures.ts";
import { Run } from "../../harness/run.ts";
import { type Scenario, type Step, scenario } from "../../harness/scenario.ts";
import { ReceiptSystem } from "../../harness/subjects/receipt-system.ts";
import { reference } from "../../harness/subjects/reference.ts";
import { worldFolders } from "../../harness/subjects/world-folders.ts";
import type { World } from "../../harness/world.ts";
import { start } from "../../simulator/kernel/process.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";

/** The patients of the bench, in turns: two of employers, one of the late elderly. All have a chart. */
export const PATIENTS = ["employee", "colleague", "pensioner"] as const;
const CONSENTS = ["drug", "care", "checkup", "surgery", "disease"] as const;

/** `count` patients one after another: reception, check-in, import of the face file, settlement. */
export function checkInScenario(method: ConfirmationMethod, count: number): Scenario {
  const known = PATIENTS.map((persona): Step => ({ step: "known", persona, chart: persona }));
  const visits = Array.from({ length: count }, (_, number): readonly Step[] => {
    const visit = `V${number + 1}`;
    const persona = PATIENTS[number % PATIENTS.length] ?? PATIENTS[0];
    return [
      { step: "reception", visit, persona, chart: persona },
      { step: "check-in", visit, persona, methods: [method], consents: CONSENTS, prescription: "1" },
      { step: "wait", ms: 5_000 },
      { step: "settle", visit, proof: "none" },
    ];
  });
  return scenario({
    id: `bench-${method}`,
    title: { ja: "受付の連続", en: "check-ins in a row" },
    expected: { ja: "全件を取り込む", en: "imports every one of them" },
    requires: [],
    seed: 1,
    policyDate: "2026-02-10",
    facility: "clinic",
    reader: "simulated-face",
    faults: [],
    steps: [...known, ...visits.flat()],
    checks: [],
    expect: "none",
  });
}

/** A world whose cards are issued and whose patients wait outside; `go` lets them in and closes the trace. */
export interface ReadyWorld {
  readonly world: World;
  go(): Trace;
}

/** Pictures of everybody in a scenario of the bench. */
export const picturesFor = (plan: Scenario): Promise<Pictures> => preparePictures(plan, plan.seed);

/**
 * What `simulate` builds, held back before its first step: issuing cards stays outside the measurement, and everything
 * of a check-in stays inside. A run that does not import every result is an error, so that speed never comes from less.
 */
export function readyWorld(plan: Scenario, pictures: Pictures): ReadyWorld {
  const run = new Run({ scenario: plan, seed: plan.seed, pictures }, reference.id, "simulate");
  const { world } = run;
  const system = new ReceiptSystem({
    folders: worldFolders(world.folders, (folder, name, bytes, change) =>
      run.strandFor(name).note("exchange.file", { folder, name, bytes, change }),
    ),
    clock: world.clock,
    facility: world.facility.code,
    decisions: reference.decisions,
    tell: (act) => run.tell(act),
  });
  const director = new Director(plan, world, system, (seq) => run.stepped(seq));
  const go = (): Trace => {
    start(director.run(), (outcome) => {
      if ("error" in outcome) throw outcome.error;
      run.finished = true;
    });
    world.clock.runUntilIdle();
    const { trace } = run.conclude();
    requireImports(trace, plan);
    return trace;
  };
  return { world, go };
}

function requireImports(trace: Trace, { steps }: Scenario): void {
  const wanted = steps.filter(({ step }) => step === "check-in").length;
  const acts = trace.on("subject.act").map(({ message }) => message);
  const imported = acts.filter(({ act }) => act === "imported").length;
  const confirmed = acts.filter((act) => act.act === "settled" && act.standing === "confirmed").length;
  if (imported !== wanted || confirmed !== wanted)
    throw new Error(`of ${wanted} check-ins ${imported} were imported and ${confirmed} confirmed`);
}
