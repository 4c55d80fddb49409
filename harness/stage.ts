import { cardApplications } from "../devices/cards/applications/index.ts";
import { Card } from "../devices/cards/card.ts";
import type { CardImage } from "../devices/cards/card-image.ts";
import { signFront } from "../devices/cards/files/front-signature.ts";
import { MY_NUMBER_ATRS } from "../devices/iso7816/atr.ts";
import type { LedgerChange } from "../simulator/central/ledger.ts";
import { toHex } from "../simulator/kernel/bytes.ts";
import { addMonths, type CivilDate, dateAt, lastSecondMs, midnightMs } from "../simulator/kernel/civil-time.ts";
import { Defect, MisuseError } from "../simulator/kernel/errors.ts";
import type { Rng } from "../simulator/kernel/rng.ts";
import { type Authority, issueUserCertificate } from "../simulator/pki/authority.ts";
import type { Certificate } from "../simulator/pki/certificate.ts";
import { simulationKey } from "../simulator/pki/simulation-keys.ts";
import type { Eligibility, InsuredPerson, Population } from "../simulator/population/person.ts";
import { type PersonaId, personas } from "../simulator/population/personas/index.ts";
import type { Persona } from "../simulator/population/personas/persona.ts";
import type { Trust } from "./trust.ts";

/** A persona on stage: the person, the certificate of the card, and the PIN that opens it. */
export interface Actor {
  readonly id: PersonaId;
  readonly person: InsuredPerson;
  /** The insurance on the certificate the patient carries, whatever the centre knows of it. */
  readonly carried: Eligibility;
  readonly certificate: Certificate;
  readonly keyIndex: number;
  readonly pin: string;
  readonly registered: boolean;
  /** Person the centre believes this card belongs to. */
  readonly linkedTo: string;
}

/** Within this many computed people one who suits must be found. */
const MAX_SEARCH = 5_000;
const CERTIFICATE_MONTHS = 60;
const SECURITY_CODES = 10_000;

/** Brings a persona onto the stage: the computed person, what the persona lays over, a certificate and a PIN. */
export function castActor(
  id: PersonaId,
  population: Population,
  today: CivilDate,
  authority: Authority,
  rng: Rng,
): Actor {
  const persona: Persona = personaById(id);
  const chance = rng.fork(`actor/${id}`);
  const [person, index] = findPerson(persona, population, today);
  const carried = person.eligibilities[0];
  if (carried === undefined) throw new Defect(`persona ${id} stands on a person without insurance`);
  const elsewhere = rowOfAnother(population, index);
  const overlay = persona.overlay(person, today, elsewhere);
  const keyIndex = index;
  const lastDay = persona.certificateEnds(today);
  const certificate = issueUserCertificate(authority, {
    serial: serialFrom(chance),
    notBeforeMs: midnightMs(addMonths(lastDay, -CERTIFICATE_MONTHS)),
    notAfterMs: lastSecondMs(lastDay),
    commonName: `${digits(chance, 20)}A`,
    publicKey: simulationKey("card-authentication", keyIndex).publicKey,
  });
  return {
    id,
    person: { ...person, ...overlay, id },
    carried,
    certificate,
    keyIndex,
    pin: digits(chance, 4),
    registered: persona.registered,
    linkedTo: persona.linkedTo ?? id,
  };
}

/** The rows the insurers and the card's issue leave at the centre for an actor. */
export function ledgerRowsOf(actor: Actor, epochMs: number): readonly LedgerChange[] {
  const { id, person, carried, certificate, registered, linkedTo } = actor;
  // The carried certificate's key is taken over as well: what the persona hides must not shine through from below.
  const byKey = new Set(
    [carried, ...person.eligibilities].map(({ insurerNumber, number }) => `${insurerNumber}/${number}`),
  );
  return [
    { table: "person", key: id, row: person },
    { table: "link", key: certificate.serial, row: { personId: linkedTo } },
    ...[...byKey].map((key) => ({ table: "insured", key, row: { personIds: [id] } }) as const),
    ...(registered ? [{ table: "registration", key: linkedTo, row: { effectiveAtMs: epochMs } } as const] : []),
  ];
}

/** The card of an actor, personalised; `photo` is JPEG 2000. */
export function personalise(actor: Actor, photo: Uint8Array, trust: Trust, rng: Rng): Card {
  const chance = rng.fork(`card/${actor.id}`);
  const internal = simulationKey("card-internal-authentication", actor.keyIndex);
  const { birthdate, sex } = actor.person;
  const nothing = new Uint8Array(0);
  const front = { birthdate, sex, modulus: internal.modulus, namePicture: nothing, addressPicture: nothing, photo };
  const signer = simulationKey("card-surface-signer");
  const image: CardImage = {
    atr: MY_NUMBER_ATRS.contactless,
    tokenLabel: "JPKIAPICCTOKEN2",
    tokenSerial: digits(chance, 16),
    userCertificate: actor.certificate.der,
    userCaCertificate: trust.users.certificate.der,
    userKey: simulationKey("card-authentication", actor.keyIndex).privateKey,
    terminalCaKey: simulationKey("terminal-cv-ca").publicKey,
    surface: {
      birthdate,
      sex,
      // A card lasts ten years, its certificate five (eligibility-rules.md §7.1).
      expiry: addMonths(dateAt(actor.certificate.notAfterMs), CERTIFICATE_MONTHS),
      securityCode: String(chance.below(SECURITY_CODES)).padStart(4, "0"),
      photo,
      key: internal.privateKey,
      modulus: internal.modulus,
      signature: signFront(front, signer.privateKey),
      signerCertificate: trust.surfaceSigner,
    },
    authenticationPin: actor.pin,
    authenticationPinTriesUsed: 0,
  };
  return new Card(image, cardApplications, chance.fork("chip"));
}

/** A persona by its id. */
export function personaById(id: string): Persona {
  const persona = personas.find((candidate) => candidate.id === id);
  if (persona === undefined)
    throw new MisuseError(
      "persona",
      `there is no ${id}`,
      personas.map((known) => known.id),
    );
  return persona;
}

/** The computed person a persona stands on, and the index of that person. */
export function findPerson(
  persona: Persona,
  population: Population,
  today: CivilDate,
): readonly [InsuredPerson, number] {
  for (let index = persona.startIndex; index < persona.startIndex + MAX_SEARCH; index++) {
    const person = population.personAt(index);
    if (persona.suits(person, today)) return [person, index];
  }
  throw new Defect(`nobody within ${MAX_SEARCH} people suits the persona ${persona.id}`);
}

/** An insurance of somebody insured elsewhere, for those who change the insurer. */
function rowOfAnother(population: Population, index: number): Eligibility {
  const own = population.personAt(index).eligibilities[0]?.insurerNumber;
  for (let other = index + MAX_SEARCH; other < index + 2 * MAX_SEARCH; other++) {
    const row = population.personAt(other).eligibilities[0];
    if (row?.symbol !== undefined && row.branch !== undefined && row.insurerNumber !== own) return row;
  }
  throw new Defect("the population has one insurer only");
}

/** 発行番号: four bytes, the first not zero (my-number-card.md §4.2). */
function serialFrom(rng: Rng): string {
  return toHex(Uint8Array.of(1 + rng.below(0x7f), ...rng.bytes(3)));
}

function digits(rng: Rng, count: number): string {
  return Array.from({ length: count }, () => String(rng.below(10))).join("");
}
