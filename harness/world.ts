import type { Card } from "../devices/cards/card.ts";
import type { CardAccess, CardInField } from "../devices/readers/card-access.ts";
import { carefulReader, type ReaderDecisions } from "../devices/readers/decisions.ts";
import type { FaceFrames, FaceImage } from "../devices/readers/face-gate.ts";
import type { PatientAtReader } from "../devices/readers/patient.ts";
import type { ReaderProfile } from "../devices/readers/profile.ts";
import { readerProfiles } from "../devices/readers/profiles/index.ts";
import { CardProcessing } from "../devices/terminal/card-processing.ts";
import { CentreClient } from "../devices/terminal/centre-client.ts";
import { ExchangeFolders } from "../devices/terminal/exchange-folder.ts";
import { FaceResultWriter } from "../devices/terminal/face-result.ts";
import { ForgottenResults } from "../devices/terminal/forgotten-results.ts";
import { LinkApplication } from "../devices/terminal/link-application.ts";
import type { TerminalApi } from "../devices/terminal/ports.ts";
import { terminalSettings } from "../devices/terminal/settings.ts";
import { CentralServer } from "../simulator/central/central-server.ts";
import { MemoryLedger } from "../simulator/central/ledger.ts";
import { computedRows } from "../simulator/central/population-rows.ts";
import { addMonths, civilDate, dateAt, HOUR_MS, MINUTE_MS, midnightMs } from "../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../simulator/kernel/clock.ts";
import { type Observer, Switchboard } from "../simulator/kernel/pco.ts";
import { drawDigits, type Rng, rngFromSeed } from "../simulator/kernel/rng.ts";
import { ipVpn } from "../simulator/line/kinds/index.ts";
import { DedicatedLine } from "../simulator/line/line.ts";
import { defaultProfile, type Profile } from "../simulator/messages/profile.ts";
import type { Claim } from "../simulator/neighbours/claim.ts";
import { CentreWithPmh } from "../simulator/neighbours/pmh.ts";
import { ReviewBody } from "../simulator/neighbours/review-body.ts";
import { issueTerminalCertificate } from "../simulator/pki/authority.ts";
import { revocationList } from "../simulator/pki/revocation.ts";
import { type Facility, namedFacility } from "../simulator/population/facility.ts";
import { Population } from "../simulator/population/person.ts";
import type { PersonaId } from "../simulator/population/personas/index.ts";
import type { FaceConditionId } from "./edges/face/conditions.ts";
import type { Pictures } from "./pictures.ts";
import { type Scenario, singleSteps } from "./scenario.ts";
import { type Actor, castActor, ledgerRowsOf, personaById, personalise, revocationOf, strangerTo } from "./stage.ts";
import { expenseRowsOf } from "./stage-expenses.ts";
import { insuredRowsOf } from "./stage-numbers.ts";
import { foundTrust, type Trust } from "./trust.ts";

/** The practice opens at 8:30. */
const OPENING_MS = 8 * HOUR_MS + 30 * MINUTE_MS;
/** Time a message takes inside the centre (ours; the field expects 3–7 s from request to result, readers-and-line.md §5.4). */
const PROCESSING_MS = 2_500;
/** Digits of a facility's passcode (ours). */
const PASSCODE_DIGITS = 8;
/** The reader that stands first on every counter. */
export const FIRST_READER = "R1";
const PREFIX = "fd00:99:1::/64";

/** The first instant of a scenario: its policy date at opening time. */
export function epochOf(scenario: Scenario): number {
  return midnightMs(civilDate(scenario.policyDate)) + OPENING_MS;
}

/** Everything of one run but the receipt system: no module-level state, so that worlds never touch each other. */
export class World {
  readonly clock: VirtualClock;
  readonly rng: Rng;
  readonly board: Switchboard;
  readonly facility: Facility;
  readonly folders: ExchangeFolders;
  readonly terminal: TerminalApi;
  /** Choices where the paper is silent (receipt-system-interface.md §8). */
  readonly choices: Profile;
  /** The way to the centre; the terminal's web screens take it as well. */
  readonly centre: CentreClient;
  /** Claims the receipt system made, on their way to the review body. */
  readonly outbox: Claim[] = [];
  readonly review: ReviewBody;
  readonly trust: Trust;
  readonly profile: ReaderProfile;
  /** Of a second reader at the same terminal. */
  readonly paired: ReaderProfile | undefined;
  /** The facility's own, where visual checks ask for it. */
  readonly passcode: string | undefined;
  readonly readerDecisions: ReaderDecisions;
  /** What the centre knows; the neighbours beyond the line write here. */
  readonly ledger: MemoryLedger;
  /** Gets at what is laid on the first reader, where that lies elsewhere: at the end of a wire, or outside this process. */
  elsewhere: ((field: CardInField) => CardAccess) | undefined;
  /** Meets whoever steps up to the first reader, where its screen and camera are at the end of a line. */
  meet: ((patient: PatientAtReader) => PatientAtReader) | undefined;
  readonly #actors: ReadonlyMap<PersonaId, Actor>;
  readonly #cards = new Map<PersonaId, Card>();
  readonly #pictures: Pictures;
  readonly #population: Population;

  constructor(
    scenario: Scenario,
    seed: number,
    pictures: Pictures,
    observe: Observer,
    onDefect: (error: unknown) => void,
    readerDecisions: ReaderDecisions = carefulReader,
  ) {
    const epochMs = epochOf(scenario);
    const today = civilDate(scenario.policyDate);
    this.clock = new VirtualClock(epochMs);
    this.rng = rngFromSeed(seed).fork(scenario.id);
    this.board = new Switchboard(this.clock, observe);
    this.facility = namedFacility(scenario.facility);
    this.choices = scenario.profile ?? defaultProfile;
    this.folders = new ExchangeFolders(this.choices.share.case === "any" ? "any-case" : "exact");
    this.trust = foundTrust(today);
    this.profile = readerProfiles[scenario.reader];
    this.paired = scenario.pairedReader === undefined ? undefined : readerProfiles[scenario.pairedReader];
    this.passcode =
      scenario.visualPasscode === undefined ? undefined : drawDigits(this.rng.fork("passcode"), PASSCODE_DIGITS);
    this.readerDecisions = readerDecisions;
    this.#pictures = pictures;
    const population = new Population(seed, { asOf: today });
    this.#population = population;
    const cast = castOf(scenario);
    this.#actors = new Map(cast.map((id) => [id, castActor(id, population, today, this.trust, this.rng)]));
    this.ledger = new MemoryLedger(computedRows(population));
    for (const actor of this.#actors.values()) this.ledger.apply(ledgerRowsOf(actor, epochMs));
    this.ledger.apply(insuredRowsOf([...this.#actors.values()]));
    this.review = new ReviewBody(this.clock, this.ledger);
    this.ledger.apply(expenseRowsOf([...this.#actors.values()]));
    const settings = { ...terminalSettings(this.choices), ...scenario.terminal };
    const centre = new CentreClient(this.#line(), this.facility.code, settings.centreDeadlineMs, settings.account);
    this.centre = centre;
    const rng = this.rng.fork("terminal");
    const { folders, clock, facility } = this;
    new ForgottenResults(folders, settings, clock);
    const results = new FaceResultWriter(folders, settings, facility.code, clock, rng.fork("face"), onDefect);
    this.terminal = new CardProcessing(centre, this.trust.terminal, results);
    const strandFrom = (cause: number | undefined) => this.board.strand(cause);
    new LinkApplication({
      folders,
      centre,
      settings,
      facility: facility.code,
      clock,
      rng: rng.fork("link"),
      strandFrom,
      onDefect,
    });
  }

  /** An actor of the cast. */
  actor(id: PersonaId): Actor {
    const actor = this.#actors.get(id);
    if (actor === undefined) throw new RangeError(`${id} is not in the cast`);
    return actor;
  }

  /** The card an actor carries: one for the whole run, its counters last. */
  cardOf(id: PersonaId): Card {
    const { rng, trust } = this;
    const pictures = this.#pictures.cardOf(id);
    const known = this.#cards.get(id) ?? personalise(this.actor(id), { pictures, trust, rng });
    this.#cards.set(id, known);
    return known;
  }

  /** A card of somebody else, for whoever swaps cards in the middle of a session. */
  strangersCard(id: PersonaId): Card {
    const stranger = strangerTo(id);
    const { rng, trust } = this;
    const keyIndex = this.actor(id).keyIndex + 1; // another card has another key, however few there are
    const actor = castActor(stranger, this.#population, dateAt(this.clock.nowMs), trust, rng, keyIndex);
    return personalise(actor, { pictures: this.#pictures.cardOf(stranger), trust, rng });
  }

  /** How a reader gets at a card laid on it: in process, or where the first reader looks for it. */
  accessTo(field: CardInField, reader: string): CardAccess {
    return reader === FIRST_READER && this.elsewhere !== undefined ? this.elsewhere(field) : field;
  }

  /** A patient as the session at a reader meets them. */
  patientAt(reader: string, patient: PatientAtReader): PatientAtReader {
    return reader === FIRST_READER && this.meet !== undefined ? this.meet(patient) : patient;
  }

  /** What the camera sees of a person in a try. */
  liveFace(id: PersonaId, condition: FaceConditionId): FaceFrames {
    return this.#pictures.liveFace(id, condition);
  }

  decodePhoto = (photo: Uint8Array): FaceImage | undefined => this.#pictures.decode(photo);

  #line(): DedicatedLine {
    const { clock, facility, trust, ledger } = this;
    const centre = new CentralServer({
      clock,
      rng: this.rng.fork("centre"),
      ledger,
      facilityByCode: (code) => (code === facility.code ? facility : undefined),
      userCas: trust.users.map(({ certificate }) => certificate),
      revocations: revocationList([...this.#actors.values()].flatMap((actor) => revocationOf(actor, clock.nowMs))),
      processingMs: PROCESSING_MS,
      profile: this.choices,
      ...(this.#pictures.documents && { documents: this.#pictures.documents }),
    });
    const issuedOn = addMonths(dateAt(clock.nowMs), -1);
    const terminalCertificate = issueTerminalCertificate(trust.terminals, {
      serial: "01",
      issuedOn,
      facilityCode: facility.code,
      publicKey: trust.keys.keyOf("terminal-tls").publicKey,
    });
    return new DedicatedLine({
      kind: ipVpn,
      clock,
      facility: facility.code,
      prefix: PREFIX,
      boundPrefix: PREFIX,
      centre: new CentreWithPmh(centre, clock),
      terminalCertificate,
      terminalCa: trust.terminals.certificate,
    });
  }
}

/** Everybody a scenario names, and those their data were mixed up with. */
export function castOf({ steps }: Pick<Scenario, "steps">): readonly PersonaId[] {
  const named = new Set(singleSteps(steps).flatMap((step) => ("persona" in step ? [step.persona] : [])));
  for (const id of named) {
    const linked = personaById(id).linkedTo;
    if (linked !== undefined) named.add(personaById(linked).id as PersonaId);
  }
  return [...named];
}
