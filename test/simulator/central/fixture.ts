import { sign } from "node:crypto";
import "../../../harness/recorder.ts";
import { CentralServer } from "../../../simulator/central/central-server.ts";
import {
  type ComputedRows,
  type ConsentKind,
  type LedgerChange,
  MemoryLedger,
} from "../../../simulator/central/ledger.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import {
  addMonths,
  type CivilDate,
  civilDate,
  HOUR_MS,
  lastSecondMs,
  midnightMs,
} from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, Switchboard } from "../../../simulator/kernel/pco.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import {
  type CentreAccount,
  type CentreAnswer,
  decodeAnswer,
  encodeRequest,
} from "../../../simulator/messages/line-envelope.ts";
import type { CentralProfile } from "../../../simulator/messages/profile.ts";
import { type Authority, createAuthority, issueUserCertificate } from "../../../simulator/pki/authority.ts";
import type { Certificate } from "../../../simulator/pki/certificate.ts";
import { type Revocation, revocationList } from "../../../simulator/pki/revocation.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { namedFacility } from "../../../simulator/population/facility.ts";
import { type InsuredPerson, Population } from "../../../simulator/population/person.ts";

export const TODAY = civilDate("2026-02-10");
export const clinic = namedFacility("clinic");
export const pharmacy = namedFacility("pharmacy");
export const users = createAuthority("user-authentication", civilDate("2019-01-01"));
export const someone: InsuredPerson = { ...new Population(1, { asOf: TODAY }).personAt(1_000), id: "p" };

/** A certificate whose last valid day is given; serial 11223344 unless said otherwise. */
export function certificateUntil(lastDay: CivilDate, serial = "11223344", authority: Authority = users): Certificate {
  return issueUserCertificate(authority, {
    serial,
    notBeforeMs: midnightMs(addMonths(lastDay, -60)),
    notAfterMs: lastSecondMs(lastDay),
    commonName: "12345678901234567890A",
    publicKey: simulationKey("card-authentication", 0).publicKey,
  });
}

/** The rows of a person whose card has the serial 11223344. */
export function rowsOf(person: InsuredPerson, registeredAtMs?: number): readonly LedgerChange[] {
  return [
    { table: "person", key: person.id, row: person },
    { table: "link", key: "11223344", row: { personId: person.id } },
    ...(registeredAtMs === undefined
      ? []
      : [{ table: "registration", key: person.id, row: { effectiveAtMs: registeredAtMs } } as const]),
  ];
}

/** What a centre is started with. */
export interface CentreOptions {
  readonly rows?: readonly LedgerChange[];
  /** Of people nobody has touched; none unless given. */
  readonly computed?: ComputedRows;
  readonly today?: CivilDate;
  readonly revocations?: readonly Revocation[];
  readonly seed?: number;
  /** Ours unless given. */
  readonly profile?: CentralProfile;
}

/** A centre with clinic and pharmacy connected, and a terminal's way of asking it, at ten in the morning. */
export function centre({ rows = [], computed = () => undefined, today = TODAY, ...rest }: CentreOptions = {}) {
  const { revocations = [], seed = 1, profile } = rest;
  const clock = new VirtualClock(midnightMs(today) + 10 * HOUR_MS);
  const ledger = new MemoryLedger(computed);
  ledger.apply(rows);
  const server = new CentralServer({
    clock,
    rng: rngFromSeed(seed),
    ledger,
    facilityByCode: (code) => [clinic, pharmacy].find((facility) => facility.code === code),
    userCas: [users.certificate],
    revocations: revocationList(revocations),
    processingMs: 0,
    ...(profile === undefined ? {} : { profile }),
  });
  const observed: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => observed.push(observation));
  const ask = (kind: string, body: object, facility = clinic.code, account?: CentreAccount): CentreAnswer => {
    const answers: (CentreAnswer | undefined)[] = [];
    const request = encodeRequest({ kind, facility, body, ...(account && { account }) });
    start(server.answer(request, board.strand()), (outcome) => {
      if ("error" in outcome) throw outcome.error;
      answers.push(decodeAnswer(outcome.value));
    });
    clock.advanceTo(clock.nowMs);
    const [answer] = answers;
    if (answer === undefined) throw new Error("the centre did not answer");
    return answer;
  };
  return { clock, ledger, server, board, observed, ask };
}

export type Centre = ReturnType<typeof centre>;

/** The body of what takes a job in. */
export interface TakenIn {
  readonly MessageBody: { readonly ReceptionNumber: string };
}

/** The body of an answer that says ok: as plain items, or as the kind that was asked has it. */
export function bodyOf<R extends object = Readonly<Record<string, unknown>>>(answer: CentreAnswer): R {
  if (answer.status !== "ok") throw new Error(`not ok: ${answer.code}`);
  return { ...answer.body } as R; // the kind that was asked decides, and the test knows it
}

/** One text item of an answer that says ok. */
export function item(answer: CentreAnswer, name: string): string {
  return String(bodyOf(answer)[name]);
}

/** The proof a card gives for a challenge. */
export function proof(challenge: CentreAnswer, certificate: Certificate, keyIndex = 0) {
  const digest = fromHex(item(challenge, "Challenge"));
  const signature = sign("sha256", digest, simulationKey("card-authentication", keyIndex).privateKey);
  return {
    ChallengeId: item(challenge, "ChallengeId"),
    Certificate: toHex(certificate.der),
    Signature: toHex(new Uint8Array(signature)),
  };
}

/** Challenge and proof in one. */
export function authenticate({ ask }: Pick<Centre, "ask">, certificate: Certificate): CentreAnswer {
  return ask("SIMauthenticate", proof(ask("SIMchallenge", {}), certificate));
}

/** The end of a dialogue with the consents given; everything else asked was refused. */
export function conclude(
  centreUnderTest: Pick<Centre, "ask">,
  dialogue: string,
  asked: readonly ConsentKind[],
  given: readonly ConsentKind[],
): CentreAnswer {
  return centreUnderTest.ask("SIMconclude", {
    DialogueId: dialogue,
    Asked: asked.join(" "),
    Given: given.join(" "),
  });
}
