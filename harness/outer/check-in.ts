import type { SessionOutcome } from "../../devices/readers/outcome.ts";
import type { PatientAtReader } from "../../devices/readers/patient.ts";
import type { ConfirmationMethod } from "../../devices/readers/profile.ts";
import type { ExchangeFile } from "../../devices/terminal/ports.ts";
import { Defect } from "../../simulator/kernel/errors.ts";
import type { AnyObservation } from "../../simulator/kernel/pco.ts";
import { start } from "../../simulator/kernel/process.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { scriptedPatient } from "../patient-script.ts";
import type { Pictures } from "../pictures.ts";
import { ReaderStand } from "../reader-stand.ts";
import { Run } from "../run.ts";
import { type CheckIn, type Scenario, scenario } from "../scenario.ts";
import { FIRST_READER } from "../world.ts";
import { OuterCard } from "./outer-card.ts";
import type { OuterReader } from "./outer-reader.ts";
import { Outside } from "./outside.ts";

/** Who checks in, and how. */
export interface CheckInPlan {
  readonly persona: PersonaId;
  /** What the patient chooses first, and what next where the reader offers another way. */
  readonly methods: readonly [ConfirmationMethod, ...ConfirmationMethod[]];
  /** What opens the card that lies outside. */
  readonly pin: string;
  readonly seed: number;
  /** `yyyy-mm-dd`. */
  readonly date: string;
}

/** What became of a check-in. */
export interface CheckInResult {
  readonly outcome: SessionOutcome;
  /** What a receipt system would have found; none where the check-in ended with a message. */
  readonly file: ExchangeFile | undefined;
  readonly trace: Trace;
}

/**
 * The id names the stream of chance everybody on stage is drawn from: with this one they are those of `madoguchi card` and
 * `madoguchi reader` (harness/live-cards.ts), to the last bit of their certificates.
 */
const LIVE = "live";

/** One check-in on a day, as a scenario: the cast of a world follows from it. */
export function checkInScenario({ persona, methods, seed, date }: CheckInPlan): Scenario {
  const consents = ["limit", "disease", "checkup", "drug", "care", "surgery"] as const;
  const script: CheckIn = { persona, methods, consents, prescription: "1" };
  return scenario({
    id: LIVE,
    title: { ja: "外部のリーダーでの受付", en: "a check-in at a reader outside" },
    expected: { ja: "顔認証結果ファイルができる", en: "a face file is written" },
    requires: [],
    seed,
    policyDate: date,
    facility: "clinic",
    reader: "simulated-face",
    faults: [],
    steps: [{ step: "check-in", visit: "V1", ...script }],
    checks: [],
    expect: "none",
  });
}

/**
 * One person checks in, with the card on a reader outside and everything behind it ours: reader session, terminal, line,
 * centre. `watch` is told of every crossing as it happens. A ConfigurationError when the reader outside fails.
 */
export async function checkIn(
  plan: CheckInPlan,
  pictures: Pictures,
  outer: OuterReader,
  watch: (crossing: AnyObservation) => void,
): Promise<CheckInResult> {
  const told = checkInScenario(plan);
  const [step] = told.steps;
  if (step?.step !== "check-in") throw new Defect("a check-in is one step");
  const run = new Run({ scenario: told, seed: plan.seed, pictures }, "none", "live", undefined, watch);
  const { world } = run;
  const outside = new Outside();
  const authorities = world.trust.users.map(({ certificate }) => certificate.der);
  world.elsewhere = ({ front, channel: { strand } }) =>
    new OuterCard({ outer, outside, reader: FIRST_READER, strand, front, authorities });
  const patient = new ReaderStand(FIRST_READER, world).checkIn(step, run.strandFor(undefined), (actor) =>
    typesOnce(scriptedPatient(step, { ...actor, pin: plan.pin }, world)),
  );
  let outcome: SessionOutcome | undefined;
  start(patient, (settled) => {
    if ("error" in settled) run.defect ??= settled.error;
    else outcome = settled.value;
    run.finished = outcome !== undefined;
  });
  await outside.run(world.clock);
  const { trace, defect } = run.conclude();
  if (defect !== undefined || outcome === undefined) throw defect ?? new Defect("the check-in never ended");
  return { outcome, file: world.folders.list("face")[0], trace };
}

/** Nobody types a PIN again that was wrong: it stays wrong, and three times lock the card. */
function typesOnce(patient: PatientAtReader): PatientAtReader {
  let typed = false;
  return {
    ...patient,
    *touch(view, waitMs) {
      if (view.screen === "S03b" && typed) return undefined;
      typed ||= view.screen === "S03b";
      return yield* patient.touch(view, waitMs);
    },
  };
}
