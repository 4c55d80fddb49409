import type { Card } from "../devices/cards/card.ts";
import { foreignCards } from "../devices/cards/foreign/index.ts";
import { type CardAccess, CardInField } from "../devices/readers/card-access.ts";
import type { SessionParts } from "../devices/readers/counter.ts";
import type { Leftovers } from "../devices/readers/decisions.ts";
import type { SessionOutcome } from "../devices/readers/outcome.ts";
import type { PatientAtReader } from "../devices/readers/patient.ts";
import type { ReaderProfile } from "../devices/readers/profile.ts";
import { readerSession } from "../devices/readers/session.ts";
import { dateAt } from "../simulator/kernel/civil-time.ts";
import { ensure } from "../simulator/kernel/errors.ts";
import type { Strand } from "../simulator/kernel/pco.ts";
import type { Process } from "../simulator/kernel/process.ts";
import { policyAt } from "../simulator/population/policy.ts";
import { scriptedPatient } from "./patient-script.ts";
import type { CheckIn, ForeignCardId } from "./scenario.ts";
import type { Actor } from "./stage.ts";
import type { World } from "./world.ts";

/** Name of the second reader at a terminal that has two of different kinds. */
export const PAIRED_READER = "P1";

/** A reader on the counter: one patient at a time, and whatever its software carries from one to the next. */
export class ReaderStand {
  readonly #reader: string;
  readonly #world: World;
  readonly #memory: { leftovers: Leftovers } = { leftovers: {} };
  readonly #waiting: (() => void)[] = [];
  #busy = false;

  constructor(reader: string, world: World) {
    this.#reader = reader;
    this.#world = world;
  }

  /** A patient steps up, and waits while somebody else is there; `play` makes one of the actor, by the script if left out. */
  *checkIn(
    script: CheckIn,
    strand: Strand,
    play = (actor: Actor): PatientAtReader => scriptedPatient(script, actor, this.#world),
  ): Process<SessionOutcome> {
    yield* this.#turn();
    const patient = this.#world.patientAt(this.#reader, play(this.#world.actor(script.persona)));
    const outcome = yield* readerSession(patient, this.#partsFor(script, strand));
    this.#next();
    return outcome;
  }

  *#turn(): Process<void> {
    if (this.#busy)
      yield (resume) => {
        this.#waiting.push(resume);
        return () => this.#waiting.splice(this.#waiting.indexOf(resume), 1);
      };
    this.#busy = true;
  }

  #next(): void {
    this.#busy = false;
    this.#waiting.shift()?.();
  }

  #partsFor(script: CheckIn, strand: Strand): SessionParts {
    const world = this.#world;
    const reader = this.#reader;
    const { clock, paired, passcode } = world;
    const policy = policyAt(dateAt(clock.nowMs));
    const isPaired = reader === PAIRED_READER;
    const profile = isPaired && paired !== undefined ? paired : world.profile;
    const phoneAt = policy.smartphone ? this.#phoneReader(profile) : undefined;
    return {
      reader,
      profile,
      decisions: world.readerDecisions,
      clock: clock.skewed(script.readerClockOffMs ?? 0),
      rng: world.rng.fork(`reader/${reader}/${strand.last}`),
      strand,
      terminal: world.terminal,
      card: world.accessTo(
        new CardInField({
          card: script.lays === undefined ? world.cardOf(script.persona) : foreignCard(script.lays, world),
          reader,
          strand,
          clock,
          spare: () => world.strangersCard(script.persona),
        }),
        reader,
      ),
      ...(phoneAt === undefined ? {} : { phone: this.#phoneOf(script, phoneAt, strand) }),
      ...(isPaired ? { paired: true } : {}),
      policy,
      ...(passcode !== undefined && policy.visualPasscodeOnReader ? { passcode } : {}),
      surfaceCaKey: world.trust.keys.keyOf("card-surface-cv-ca").publicKey,
      decodePhoto: world.decodePhoto,
      memory: this.#memory,
    };
  }

  /** The reader that a phone is held to where this one is used; undefined where phones are not read. */
  #phoneReader({ phone }: ReaderProfile): string | undefined {
    if (phone === "built-in") return this.#reader;
    return phone === "paired-reader" && this.#world.paired !== undefined ? PAIRED_READER : undefined;
  }

  #phoneOf({ persona }: CheckIn, reader: string, strand: Strand): CardAccess {
    const world = this.#world;
    const { clock } = world;
    return world.accessTo(new CardInField({ card: world.cardOf(persona), reader, strand, clock }), reader);
  }
}

function foreignCard(id: ForeignCardId, { rng }: World): Card {
  const found = foreignCards.find((card) => card.id === id);
  ensure(found !== undefined, `there is no foreign card ${id}`);
  return found.make(rng.fork(`foreign/${id}`));
}
