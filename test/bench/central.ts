import { CentralCore } from "../../simulator/central/central-core.ts";
import { type LedgerChange, MemoryLedger, runOn } from "../../simulator/central/ledger.ts";
import { computedRows } from "../../simulator/central/population-rows.ts";
import { civilDate, HOUR_MS, midnightMs } from "../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import type { CentreRequest } from "../../simulator/messages/line-envelope.ts";
import { namedFacility } from "../../simulator/population/facility.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../simulator/population/person.ts";
import { coversOn } from "../../simulator/rules/coverage.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, takeTurns, timeMs } from "./statistics.ts";

const MESSAGES = 10_000;
const ROUNDS = 7;
/** A stride without a common factor with 125 million: people far from each other. */
const STRIDE = 7_919_101;
const TODAY = civilDate("2026-02-10");
const NOW_MS = midnightMs(TODAY) + 10 * HOUR_MS;
const clinic = namedFacility("clinic");
const AIM = ">= 100,000/s";

/**
 * Answers a second of the core on one processor, without XML, line and clock: NUMBER is an inquiry by number, CARD the end
 * of a check-in (its signature was checked before). Everybody is asked about once a round; first over people whose rows lie
 * in the ledger, then over people nobody has touched, who are computed for each answer.
 */
export function measureCentral(): readonly Figure[] {
  const population = new Population(1, { asOf: TODAY });
  const computed = computedRows(population);
  const core = new CentralCore({
    rng: rngFromSeed(1),
    facilityByCode: (code) => (code === clinic.code ? clinic : undefined),
  });
  const asked = Array.from({ length: MESSAGES }, (_, number) => askedAbout(population, number));
  const inquiries = asked.map(({ person, row }) => message("OQSsiquc01", inquiry(person.birthdate, row)));
  const endings = asked.map((_, number) =>
    message("SIMconclude", { DialogueId: dialogueId(number), Asked: "checkup drug care surgery", Given: "drug care" }),
  );
  const dialogues = asked.map(
    ({ person: { id } }, number): LedgerChange => ({
      table: "dialogue",
      key: dialogueId(number),
      row: { personId: id, facility: clinic.code, eligibilityOnly: false, nearEnd: false, expiresAtMs: NOW_MS + 1 },
    }),
  );
  const households = asked.flatMap(({ row: { insurerNumber, number } }): readonly LedgerChange[] => {
    const key = `${insurerNumber}/${number}`;
    const insured = computed("insured", key) ?? { personIds: [] };
    const members = insured.personIds.flatMap((id): LedgerChange[] => [
      { table: "person", key: id, row: computed("person", id) },
    ]);
    return [{ table: "insured", key, row: insured }, ...members];
  });
  const stored = new MemoryLedger(() => undefined);
  stored.apply(households);
  const untouched = new MemoryLedger(computed);
  const answer = (ledger: MemoryLedger, request: CentreRequest): void => {
    const opened = core.open(request, NOW_MS);
    const done = "changes" in opened ? opened : runOn(ledger, opened.answer(undefined));
    if (done.answer.status !== "ok") throw new Error(`${request.kind} was refused: ${JSON.stringify(done.answer)}`);
    ledger.apply(done.changes);
  };
  const over = (ledger: MemoryLedger, requests: readonly CentreRequest[]) => () => {
    ledger.apply(dialogues); // laid out anew before each round: a dialogue ends with its answer
    return timeMs(() => {
      for (const request of requests) answer(ledger, request);
    });
  };
  const [numberStored = [], cardStored = [], numberComputed = [], cardComputed = [], rows = []] = takeTurns(ROUNDS, [
    over(stored, inquiries),
    over(stored, endings),
    over(untouched, inquiries),
    over(untouched, endings),
    () => timeMs(() => households.forEach(({ table, key }) => void computed(table, key))),
  ]);
  return [
    figure("NUMBER (OQSsiquc01), no XML, rows in the ledger", "per-second", perSecond(MESSAGES, numberStored), AIM),
    figure("CARD (SIMconclude), no XML, rows in the ledger", "per-second", perSecond(MESSAGES, cardStored), AIM),
    figure("NUMBER, everybody computed", "per-second", perSecond(MESSAGES, numberComputed)),
    figure("CARD, everybody computed", "per-second", perSecond(MESSAGES, cardComputed)),
    figure("  the computing alone: household and its people", "per-second", perSecond(MESSAGES, rows)),
  ];
}

/** Somebody insured on the day: the person at a place, or the next who is. */
function askedAbout(
  population: Population,
  number: number,
): { readonly person: InsuredPerson; readonly row: Eligibility } {
  for (let index = (number * STRIDE) % population.lives.households.seated; index < population.size; index++) {
    const person = population.personAt(index);
    const row = person.eligibilities.find((candidate) => coversOn(candidate, TODAY));
    if (row !== undefined) return { person, row };
  }
  throw new Error("nobody is insured");
}

const message = (kind: string, body: object): CentreRequest => ({ kind, facility: clinic.code, body });

const dialogueId = (number: number): string => number.toString(16).toUpperCase().padStart(16, "0");

const inquiry = (Birthdate: string, { insurerNumber, symbol, number, branch }: Eligibility): object => ({
  MessageHeader: { QualificationConfirmationDate: TODAY, MedicalInstitutionCode: clinic.code },
  MessageBody: {
    QualificationConfirmSearchInfo: {
      InsurerNumber: insurerNumber,
      ...(symbol === undefined ? {} : { InsuredCardSymbol: symbol }),
      InsuredIdentificationNumber: number,
      ...(branch === undefined ? {} : { InsuredBranchNumber: branch }),
      Birthdate,
      LimitApplicationCertificateRelatedConsFlg: "1",
    },
  },
});
