import { expect } from "vitest";
import type { Card } from "../../../devices/cards/card.ts";
import { CardInField } from "../../../devices/readers/card-access.ts";
import { carefulReader, type ReaderDecisions } from "../../../devices/readers/decisions.ts";
import type { SessionOutcome } from "../../../devices/readers/outcome.ts";
import type { PatientAtReader } from "../../../devices/readers/patient.ts";
import type { ScreenView, Touch } from "../../../devices/readers/screens.ts";
import { readerSession } from "../../../devices/readers/session.ts";
import { preparePictures } from "../../../harness/edges/prepare-pictures.ts";
import { scriptedPatient } from "../../../harness/patient-script.ts";
import type { Pictures } from "../../../harness/pictures.ts";
import { Run } from "../../../harness/run.ts";
import { type CheckIn, type Scenario, scenario } from "../../../harness/scenario.ts";
import { c01 } from "../../../harness/scenarios/certification/c01-face-happy-path.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { policyAt } from "../../../simulator/population/policy.ts";

export type PersonaId = CheckIn["persona"];

/** A touch that differs from the script; `"nothing"` waits until the screen's time is over. */
export type Twist = (view: ScreenView, shown: number) => Touch | "nothing" | undefined;

/** A patient, and where they differ from the script. */
export interface Visitor extends Partial<CheckIn> {
  readonly reader?: string;
  readonly twist?: Twist;
}

interface Setting {
  /** Draws the patients' faces; it takes a while. */
  readonly faces?: boolean;
  readonly reader?: Scenario["reader"];
  readonly slip?: Partial<ReaderDecisions>;
}

const drawn = new Map<string, Promise<Pictures>>();

/** The pictures of a scenario, drawn once for all tests of a file: they depend on who looks into the camera alone. */
function picturesOf(told: Scenario): Promise<Pictures> {
  const key = JSON.stringify(told.steps);
  const known = drawn.get(key) ?? preparePictures(told, 1);
  drawn.set(key, known);
  return known;
}

/** A counter with readers and no receipt system; patients step up when told to. */
export async function counter(personas: readonly PersonaId[], setting: Setting = {}) {
  const { faces = false, reader = "simulated-face", slip = {} } = setting;
  const methods = [faces ? "face" : "visual"] as const;
  const steps = personas.map(
    (persona) => ({ step: "check-in", visit: persona, persona, methods, consents: [] }) as const,
  );
  const told = scenario({ ...c01, reader, steps, checks: [] });
  const run = new Run({ scenario: told, seed: 1, pictures: await picturesOf(told) }, "none", "simulate");
  const { world } = run;

  /** Cards that were swapped in. */
  const spares: Card[] = [];

  const patientOf = (script: CheckIn, twist: Twist | undefined): PatientAtReader => {
    const usual = scriptedPatient(script, world.actor(script.persona), world);
    let shown = 0;
    return {
      face: (attempt) => usual.face(attempt),
      *touch(view, waitMs): Process<Touch | undefined> {
        const twisted = twist?.(view, shown++);
        if (twisted === "nothing") yield () => () => undefined;
        return twisted === undefined || twisted === "nothing" ? yield* usual.touch(view, waitMs) : twisted;
      },
    };
  };

  const stepUp = (persona: PersonaId, { reader = "R1", twist, ...script }: Visitor = {}) => {
    const result: { outcome?: SessionOutcome } = {};
    const patient = patientOf({ persona, methods: ["visual"], consents: ["drug"], ...script }, twist);
    const strand = world.board.strand();
    const { clock } = world;
    const spare = (): Card => {
      const other = world.strangersCard(persona);
      spares.push(other);
      return other;
    };
    const session = readerSession(patient, {
      reader,
      profile: world.profile,
      decisions: { ...carefulReader, ...slip },
      clock,
      rng: world.rng.fork(`reader/${reader}/${persona}`),
      strand,
      terminal: world.terminal,
      card: new CardInField({ card: world.cardOf(persona), reader, strand, clock, spare }),
      ...(world.profile.phone === "built-in"
        ? { phone: new CardInField({ card: world.cardOf(persona), reader, strand, clock }) }
        : {}),
      memory: { leftovers: {} },
      policy: policyAt(civilDate(told.policyDate)),
      surfaceCaKey: simulationKey("card-surface-cv-ca").publicKey,
      decodePhoto: world.decodePhoto,
    });
    start(session, (settled) => {
      if ("error" in settled) throw settled.error;
      result.outcome = settled.value;
    });
    return result;
  };
  const checkIn = (persona: PersonaId, visitor: Visitor = {}): SessionOutcome | undefined => {
    const result = stepUp(persona, visitor);
    world.clock.runUntilIdle();
    return result.outcome;
  };
  const trace = (): Trace => {
    expect(run.defect).toBeUndefined();
    return run.conclude().trace;
  };
  return { world, stepUp, checkIn, trace, spares };
}

/** Face files written, as texts. */
export const faceFiles = (trace: Trace): readonly string[] =>
  trace
    .on("exchange.file")
    .flatMap(({ message }) => (message.folder === "face" && message.change === "written" ? [message.text ?? ""] : []));
