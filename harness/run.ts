import { createHash } from "node:crypto";
import { referenceB } from "../devices/cards/applications/card-surface.ts";
import type { Card } from "../devices/cards/card.ts";
import { SPECIMEN_PERSONAL_NUMBER } from "../devices/faults/personal-number-in-file.ts";
import { SPECIMEN_REFERENCE_B } from "../devices/faults/reference-number-in-file.ts";
import type { ReaderDecisions } from "../devices/readers/decisions.ts";
import type { TransportProblem } from "../devices/transports/transport-problem.ts";
import { civilDate } from "../simulator/kernel/civil-time.ts";
import type { VirtualClock } from "../simulator/kernel/clock.ts";
import type { AnyObservation } from "../simulator/kernel/pco.ts";
import { start } from "../simulator/kernel/process.ts";
import type { RunHeader, RunOutcome, Trace } from "../simulator/kernel/trace.ts";
import { SALT_BYTES } from "../simulator/zip/zip-writer.ts";
import { ConfigurationError } from "./configuration-error.ts";
import { Director } from "./director.ts";
import type { Pictures } from "./pictures.ts";
import { productVersion } from "./product.ts";
import { Recorder, type Secret } from "./recorder.ts";
import { writtenRequest } from "./request-evidence.ts";
import type { Scenario } from "./scenario.ts";
import type { BuiltInSubject } from "./subjects/declare.ts";
import { packedFolders } from "./subjects/packed-folders.ts";
import { ReceiptSystem } from "./subjects/receipt-system.ts";
import type { SubjectAct } from "./subjects/subject.ts";
import { worldFolders } from "./subjects/world-folders.ts";
import { WiredFront } from "./wired-front.ts";
import { type Wire, WiredCard, type WiredCardParts } from "./wired-reader.ts";
import { castOf, epochOf, FIRST_READER, World } from "./world.ts";

/** One scenario with everything it needs. */
export interface RunPlan {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly pictures: Pictures;
}

/** What a run left behind: its trace, and our own failure if there was one. */
export interface ScenarioRun {
  readonly trace: Trace;
  readonly defect: unknown;
}

/** The first line of a trace. */
export function headerOf({ scenario, seed, pictures }: RunPlan, subject: string, mode: RunHeader["mode"]): RunHeader {
  return {
    format: 1,
    product: `madoguchi ${productVersion}`,
    scenario: scenario.id,
    scenarioHash: scenarioHashOf(scenario),
    subject,
    mode,
    seed,
    policyDate: civilDate(scenario.policyDate),
    epochMs: epochOf(scenario),
    reader: scenario.reader,
    facility: scenario.facility,
    armed: scenario.faults.map(({ fault, params }) => ({ fault, params: { ...params } })),
    pictures: castOf(scenario).length === 0 ? "" : pictures.sha256,
  };
}

/** sha256 of a scenario with its profile: another one cannot give the same trace. */
export const scenarioHashOf = (scenario: Scenario): string =>
  createHash("sha256").update(JSON.stringify(scenario, withoutPassword)).digest("hex");

/** Nobody may find out a profile's password by trying which one gives a hash. */
const withoutPassword = (key: string, value: unknown): unknown => (key === "password" ? undefined : value);

/** Runs a scenario against a receipt system of ours, all in virtual time: time jumps, nothing waits. */
export function simulate(plan: RunPlan, subject: BuiltInSubject): ScenarioRun {
  const run = runOf(plan, subject);
  begin(run, plan, subject);
  try {
    run.world.clock.runUntilIdle();
  } catch (error) {
    run.defect = error;
  }
  return run.conclude();
}

/**
 * The same with the first reader at the end of a wire, which `drive` runs the world over. A ConfigurationError when somebody
 * else talks on the line of its front.
 */
export async function simulateOnWire(
  plan: RunPlan,
  subject: BuiltInSubject,
  wireFor: (clock: VirtualClock) => Wire,
  drive: (clock: VirtualClock) => Promise<void>,
): Promise<ScenarioRun> {
  const run = runOf(plan, subject);
  const { clock, rng } = run.world;
  const wire = wireFor(clock);
  const onDefect = (error: unknown): void => {
    run.defect ??= error;
  };
  const place: WiredCardParts["place"] = { card: undefined };
  run.world.elsewhere = (field) =>
    new WiredCard({ wire, place, field, reader: FIRST_READER, clock, rng: rng.fork("wire"), onDefect });
  const problems: TransportProblem[] = [];
  const onProblem = (problem: TransportProblem): number => problems.push(problem);
  const front = wire.front && new WiredFront({ ends: wire.front, clock, onProblem, onDefect });
  run.world.meet = front && ((patient) => front.meet(patient));
  begin(run, plan, subject); // once everything hangs on its wire: the first step is taken at once
  try {
    await drive(clock);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    run.defect ??= error;
  } finally {
    front?.close();
    place.card?.unplug(); // the next run may have the same line: two readers would answer on it
  }
  for (const { message, fix } of problems) throw new ConfigurationError(message, fix);
  return run.conclude();
}

const runOf = (plan: RunPlan, { id, reader }: BuiltInSubject): Run => new Run(plan, id, "simulate", reader);

function begin(run: Run, plan: RunPlan, subject: BuiltInSubject): void {
  const { world } = run;
  const { zip } = world.choices;
  const folders = worldFolders(world.folders, (folder, name, bytes, change) => {
    const file = folder === "req" ? writtenRequest(name, bytes, zip) : { folder, name, bytes, change };
    return run.strandFor(name).note("exchange.file", file);
  });
  const chance = world.rng.fork("receipt system");
  const system = new ReceiptSystem({
    folders: packedFolders(folders, { zip, salt: () => chance.bytes(SALT_BYTES) }),
    clock: world.clock,
    facility: world.facility.code,
    decisions: subject.decisions,
    tell: (act) => run.tell(act),
  });
  start(new Director(plan.scenario, world, system, (seq) => run.stepped(seq)).run(), (outcome) => {
    if ("error" in outcome) run.defect = outcome.error;
    else run.finished = true;
  });
}

/** A run under way: a world, its recorder, and the thread of cause and effect through the receipt system. */
export class Run {
  readonly world: World;
  readonly #recorder: Recorder;
  readonly #fileSeqs = new Map<string, number>();
  #lastStep: number | undefined;
  finished = false;
  defect: unknown;

  /** `reader`: left out for a careful one. `watch` is told of every crossing as it happens. */
  constructor(
    plan: RunPlan,
    subject: string,
    mode: RunHeader["mode"],
    reader?: ReaderDecisions,
    watch?: (crossing: AnyObservation) => void,
  ) {
    const secrets: Secret[] = [];
    this.#recorder = new Recorder(headerOf(plan, subject, mode), secrets);
    this.world = new World(
      plan.scenario,
      plan.seed,
      plan.pictures,
      (observation) => {
        watch?.(observation);
        return this.#observe(observation);
      },
      (error) => {
        this.defect ??= error;
      },
      reader,
    );
    secrets.push(...secretsOf(this.world, plan.scenario));
  }

  /** A strand that goes on from the crossing of a file, or from the last step. */
  strandFor(file: string | undefined) {
    return this.world.board.strand(this.#fileSeqs.get((file ?? "").toLowerCase()) ?? this.#lastStep);
  }

  stepped(seq: number): void {
    this.#lastStep = seq;
  }

  /** Records what the receipt system did. */
  tell(act: SubjectAct, input = false): void {
    if (act.act === "claimed") this.world.outbox.push(act.claim);
    this.strandFor("file" in act ? act.file : undefined).note("subject.act", act, input);
  }

  /** Records that a task at the desk was reported finished. */
  finishedTask(task: number): void {
    this.world.board.strand(this.#lastStep).note("desk.finished", { task }, true);
  }

  conclude(): ScenarioRun {
    const outcome: RunOutcome = this.defect !== undefined ? "crashed" : this.finished ? "completed" : "incomplete";
    return { trace: this.#recorder.conclude(outcome), defect: this.defect };
  }

  #observe(observation: AnyObservation): number {
    const seq = this.#recorder.observe(observation);
    if (observation.pco === "exchange.file" && observation.message.change === "written") {
      this.#fileSeqs.set(observation.message.name.toLowerCase(), seq);
    }
    return seq;
  }
}

/** 照合番号B follows from what is printed; a phone has nothing printed. */
function frontSecrets({ front }: Card): readonly Secret[] {
  return front === undefined ? [] : [{ kind: "reference-key", digits: referenceB(front) }];
}

/** What must never be seen outside: the numbers of everybody on stage, and the specimens that leaking faults use. */
function secretsOf(world: World, scenario: Scenario): readonly Secret[] {
  const own = castOf(scenario).flatMap((id): readonly Secret[] => [
    { kind: "personal-number", digits: world.actor(id).person.personalNumber },
    ...frontSecrets(world.cardOf(id)),
  ]);
  return [
    ...own,
    { kind: "personal-number", digits: SPECIMEN_PERSONAL_NUMBER },
    { kind: "reference-key", digits: SPECIMEN_REFERENCE_B },
  ];
}
