import type { MedicalDocuments } from "../../simulator/central/medical/documents.ts";
import { computedRows } from "../../simulator/central/population-rows.ts";
import { dateAt } from "../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { LedgerProblem } from "../../simulator/ledgers/ledger-problem.ts";
import type { LedgerStore } from "../../simulator/ledgers/ledger-store.ts";
import { openLedger } from "../../simulator/ledgers/open-ledger.ts";
import { StoredCentre } from "../../simulator/ledgers/stored-centre.ts";
import type { CentralProfile } from "../../simulator/messages/profile.ts";
import { revocationList } from "../../simulator/pki/revocation.ts";
import { type Facility, facilityByCode } from "../../simulator/population/facility.ts";
import { Population } from "../../simulator/population/person.ts";
import { ConfigurationError } from "../configuration-error.ts";

/** A centre over a ledger somewhere. */
export interface CentreSomewhere extends AsyncDisposable {
  readonly centre: StoredCentre;
  readonly facilityByCode: (code: string) => Facility | undefined;
  /** Where the centre keeps its state. */
  readonly store: LedgerStore;
}

/** What the centre is opened with. */
export interface CentreOptions {
  /** Where its ledger is kept (simulator/ledgers/open-ledger.ts). */
  readonly ledger: string;
  readonly seed: number;
  readonly nowMs: number;
  readonly profile: CentralProfile;
  readonly documents: MedicalDocuments | undefined;
}

/** Opens the centre over the computed people of a seed, at an instant; what the ledger keeps lies over them. */
export async function openCentre({ ledger, seed, nowMs, profile, documents }: CentreOptions): Promise<CentreSomewhere> {
  const population = new Population(seed, { asOf: dateAt(nowMs) });
  const store = await toldAs(() => openLedger(ledger, computedRows(population), `seed ${seed}`));
  const told = problemsTold(store);
  const centre = new StoredCentre({
    store: told,
    nowMs: () => nowMs,
    // In a ledger that outlives us no number may come twice; in memory a seed gives the same file again and again.
    rng: rngFromSeed(seed).fork(ledger === "memory" ? "send" : `send ${process.hrtime.bigint()}`),
    facilityByCode,
    profile,
    ...(documents && { documents }),
    userCas: [], // no request file presents a certificate
    revocations: revocationList([]),
  });
  return { centre, facilityByCode, store: told, [Symbol.asyncDispose]: () => store.close() };
}

/** The store, with its problems as the commands tell them. */
function problemsTold(store: LedgerStore): LedgerStore {
  return { transact: (work) => toldAs(() => store.transact(work)), close: () => store.close() };
}

async function toldAs<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerProblem) throw new ConfigurationError(`--ledger: ${error.message}`, error.fix);
    throw error;
  }
}
