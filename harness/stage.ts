import { type Card, myNumberCard } from "../devices/cards/card.ts";
import type { CardPictures, CarrierKind } from "../devices/cards/card-image.ts";
import { type CardProfile, defaultCardProfile } from "../devices/cards/choices.ts";
import { issueCard } from "../devices/cards/issue.ts";
import { type Atr, MY_NUMBER_ATRS } from "../devices/iso7816/atr.ts";
import type { LedgerChange } from "../simulator/central/ledger.ts";
import { identityKey } from "../simulator/central/looked-up.ts";
import {
  addMonths,
  ageOn,
  type CivilDate,
  DAY_MS,
  dateAt,
  lastSecondMs,
  midnightMs,
} from "../simulator/kernel/civil-time.ts";
import { Defect, MisuseError } from "../simulator/kernel/errors.ts";
import { drawDigits, type Rng } from "../simulator/kernel/rng.ts";
import { issueUserCertificate } from "../simulator/pki/authority.ts";
import type { Certificate } from "../simulator/pki/certificate.ts";
import { cardEnd } from "../simulator/pki/certificate-end.ts";
import { authorityOf } from "../simulator/pki/generations.ts";
import type { Revocation } from "../simulator/pki/revocation.ts";
import { drawSerial } from "../simulator/pki/serial.ts";
import type { MedicalAid } from "../simulator/population/medical-aid.ts";
import type { Eligibility, InsuredPerson, Population } from "../simulator/population/person.ts";
import { rowsThatCount } from "../simulator/population/personas/common.ts";
import { type PersonaId, personas } from "../simulator/population/personas/index.ts";
import type { CarriedCard, Persona } from "../simulator/population/personas/persona.ts";
import type { SubsidyEntry } from "../simulator/population/subsidy.ts";
import type { Trust } from "./trust.ts";

/** A persona on stage: the person, the certificate of the card, and the PIN that opens it. */
export interface Actor {
  readonly id: PersonaId;
  readonly person: InsuredPerson;
  /** The insurance on the certificate the patient carries, whatever the centre knows of it. */
  readonly carried: Eligibility;
  readonly certificate: Certificate;
  readonly keyIndex: number;
  /** Four digits; nobody types them on a card without PINs. */
  readonly pin: string;
  readonly card: CarriedCard;
  readonly registered: boolean;
  /** Person the centre believes this card belongs to. */
  readonly linkedTo: string;
  /** 医療扶助, and certificates of 医療費助成 whether PMH has them or not (eligibility-rules.md §10, §13). */
  readonly aid: MedicalAid | undefined;
  readonly subsidies: readonly SubsidyEntry[];
  readonly unjoinedBodies: readonly string[];
}

/** Within this many computed people one who suits must be found. */
const MAX_SEARCH = 5_000;
const CERTIFICATE_MONTHS = 60;
const SECURITY_CODES = 10_000;
/** Nobody younger is given a signing certificate (general knowledge). */
const SIGNING_AGE = 15;
/** Letters the sign password of an actor begins with; digits follow (my-number-card.md §1.8: both are needed). */
const PASSWORD_LETTERS = "SIM";
/** Issues every card: a place that does not exist (ours; prefecture 99 is nowhere). */
const MUNICIPALITY = { code: "99999", name: "MOGI-SHI SIMULATION" } as const;

/**
 * Brings a persona onto the stage: the computed person, what the persona lays over, a certificate and a PIN. A role has few
 * keys, which holders share by `keyIndex`: its place in the list of personas, unless somebody's keys must differ from another's.
 */
export function castActor(
  id: PersonaId,
  population: Population,
  today: CivilDate,
  trust: Pick<Trust, "keys">,
  rng: Rng,
  keyIndex = personas.findIndex((one) => one.id === id),
): Actor {
  const persona: Persona = personaById(id);
  const chance = rng.fork(`actor/${id}`);
  const [person, index] = findPerson(persona, population, today);
  // Not the first of a life: far ahead, everybody has had another insurance long ago.
  const [carried] = rowsThatCount(person, today);
  if (carried === undefined) throw new Defect(`persona ${id} stands on a person without insurance`);
  const elsewhere = rowOfAnother(population, index);
  const { aid, subsidies = [], unjoinedBodies = [], ...overlay } = persona.overlay(person, today, elsewhere);
  const lastDay = persona.certificateEnds(today, person.birthdate);
  const issuedOn = issueDay(lastDay, person.birthdate);
  const certificate = issueUserCertificate(authorityOf("user-authentication", issuedOn, trust.keys), {
    serial: drawSerial(chance),
    notBeforeMs: midnightMs(issuedOn),
    notAfterMs: lastSecondMs(lastDay),
    commonName: `${drawDigits(chance, 20)}A`,
    publicKey: trust.keys.keyOf("card-authentication", keyIndex).publicKey,
  });
  return {
    id,
    person: { ...person, ...overlay, id },
    carried,
    certificate,
    keyIndex,
    pin: drawDigits(chance, 4),
    card: persona.card ?? {},
    registered: persona.registered,
    linkedTo: persona.linkedTo ?? id,
    aid,
    subsidies,
    unjoinedBodies,
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
    { table: "identity", key: identityKey(person.name, person.birthdate), row: { personIds: [id] } },
    ...(registered ? [{ table: "registration", key: linkedTo, row: { effectiveAtMs: epochMs } } as const] : []),
  ];
}

/** What the CA revoked a day before the world began, if the persona says so. */
export function revocationOf({ certificate, card }: Actor, epochMs: number): readonly Revocation[] {
  const { serial } = certificate;
  const { revoked } = card;
  return revoked === undefined ? [] : [{ serial, reason: revoked, revokedAtMs: epochMs - DAY_MS }];
}

/** Four digits printed on the card of a persona; whoever draws its pictures needs them before there is a card. */
export function securityCodeOf(id: string, rng: Rng): string {
  return String(rng.fork(`card/${id}`).fork("security code").below(SECURITY_CODES)).padStart(4, "0");
}

/** How a card is made, apart from who gets it. */
export interface CardMaking {
  readonly pictures: CardPictures;
  readonly trust: Pick<Trust, "keys">;
  readonly rng: Rng;
  readonly profile?: CardProfile;
  readonly atr?: Atr;
  /** Left out: drawn for the actor. */
  readonly secrets?: CardSecrets;
}

/** What the holder of a card knows, and types where a program asks for it. */
export interface CardSecrets {
  readonly pin: string;
  readonly password: string;
}

/** The secrets of an actor's card; drawn, and never part of any evidence. */
function secretsOf({ id, pin }: Actor, rng: Rng): CardSecrets {
  return { pin, password: `${PASSWORD_LETTERS}${drawDigits(rng.fork(`card/${id}`).fork("password"), 5)}` };
}

/** The card of an actor, personalised. */
export function personalise(actor: Actor, { pictures, trust, rng, profile, atr, secrets }: CardMaking): Card {
  const chance = rng.fork(`card/${actor.id}`);
  const { person, certificate, keyIndex, card } = actor;
  const { pin, password } = secrets ?? secretsOf(actor, rng);
  const issuedOn = dateAt(certificate.notBeforeMs);
  const carrier: CarrierKind = card.carrier ?? "card";
  const withPins = carrier !== "face-only";
  const image = issueCard({
    carrier,
    profile: profile ?? defaultCardProfile,
    atr: atr ?? MY_NUMBER_ATRS.contactless,
    holder: {
      name: person.name,
      address: person.address,
      birthdate: person.birthdate,
      sex: person.sex,
      personalNumber: person.personalNumber,
      municipality: MUNICIPALITY.code,
    },
    front: {
      birthdate: person.birthdate,
      expiry: cardEnd(issuedOn, person.birthdate),
      securityCode: securityCodeOf(actor.id, rng),
    },
    pictures: card.photo === false ? { ...pictures, photo: new Uint8Array(0) } : pictures,
    pins: {
      authentication: withPins ? pin : undefined,
      signature: withPins ? password : undefined,
      text: withPins ? pin : undefined,
      register: withPins ? pin : undefined,
      common: withPins ? pin : undefined,
      authenticationTriesUsed: card.authenticationTriesUsed ?? 0,
      signatureTriesUsed: card.signatureTriesUsed ?? 0,
    },
    userCertificate: certificate,
    authenticationCa: authorityOf("user-authentication", issuedOn, trust.keys),
    signatureCa: authorityOf("signature", issuedOn, trust.keys),
    signs: ageOn(person.birthdate, issuedOn) >= SIGNING_AGE && withPins,
    locality: MUNICIPALITY.name,
    keyIndex,
    keys: trust.keys,
    rng: chance,
  });
  return myNumberCard(image, chance.fork("chip"));
}

/** Whose card lies there after somebody swapped cards: another person's. */
export const strangerTo = (id: string): PersonaId => (id === "colleague" ? "employee" : "colleague");

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
  // Far ahead the small children are among those born late, who have a place of their own.
  for (const start of [persona.startIndex, population.lives.households.lateBornBeside(persona.startIndex)])
    for (let index = start; index < start + MAX_SEARCH; index++) {
      const person = population.personAt(index);
      if (persona.suits(person, today)) return [person, index];
    }
  throw new Defect(`nobody within ${MAX_SEARCH} people suits the persona ${persona.id}`);
}

/** An insurance of somebody insured elsewhere, for those who change the insurer. */
function rowOfAnother(population: Population, index: number): Eligibility {
  const own = population.personAt(index).eligibilities[0]?.insurerNumber;
  for (let other = index + MAX_SEARCH; other < index + 2 * MAX_SEARCH; other++) {
    const row = population.personAt(other).eligibilities.find(({ lost }) => lost === undefined);
    if (row?.symbol !== undefined && row.branch !== undefined && row.insurerNumber !== own) return row;
  }
  throw new Defect("the population has one insurer only");
}

/** Issued as long before its end as a certificate lasts, but not before the holder was born. */
function issueDay(lastDay: CivilDate, birthdate: CivilDate): CivilDate {
  const usual = addMonths(lastDay, -CERTIFICATE_MONTHS);
  const youngest = addMonths(birthdate, 1);
  return usual < youngest ? youngest : usual;
}
