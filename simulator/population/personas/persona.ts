import type { Bilingual } from "../../kernel/bilingual.ts";
import type { CivilDate } from "../../kernel/civil-time.ts";
import type { MedicalAid } from "../medical-aid.ts";
import type { Eligibility, InsuredPerson } from "../person.ts";
import type { SubsidyEntry } from "../subsidy.ts";

/** What a persona may change on the computed person it stands on. */
export interface PersonaOverlay {
  /** Where the story needs a certain name or age: namesakes, birthdays. */
  readonly name?: string;
  readonly kana?: string;
  readonly birthdate?: CivilDate;
  readonly eligibilities?: readonly Eligibility[];
  readonly flags?: NonNullable<InsuredPerson["flags"]>;
  /** 医療扶助 as the welfare office registered it (eligibility-rules.md §13). */
  readonly aid?: MedicalAid;
  /** Certificates of 医療費助成, in PMH or, where the body has not joined, on paper only (§10). */
  readonly subsidies?: readonly SubsidyEntry[];
  /** Municipalities and prefectures among them that have not joined PMH. */
  readonly unjoinedBodies?: readonly string[];
}

/** What the persona carries where it is not a card as issued (my-number-card.md §1.8, §4.4, §6). */
export interface CarriedCard {
  /** 顔認証 card without PINs, or a phone with the JPKI application alone. */
  readonly carrier?: "face-only" | "android" | "iphone";
  /** Issued without a photo: the holder was under one year of age (§8 D-18). */
  readonly photo?: false;
  /** Tries of the four-digit PIN used up elsewhere, of three; of the sign password, of five. */
  readonly authenticationTriesUsed?: number;
  readonly signatureTriesUsed?: number;
  /** The certificate was revoked before the day of the scenario (§4.4). */
  readonly revoked?: "lost-card" | "re-issue" | "on-hold";
}

/** A person with a story: a computed one, chosen by what it must be, with a few things laid over it. */
export interface Persona<I extends string = string> {
  readonly id: I;
  readonly title: Bilingual;
  /** Where the search for a computed person begins; every persona has its own place with a seat ({@link file://../household.ts}), so that no two are one. */
  readonly startIndex: number;
  /** What the computed person must be; `today` is the first day of the scenario. */
  suits(person: InsuredPerson, today: CivilDate): boolean;
  overlay(person: InsuredPerson, today: CivilDate, elsewhere: Eligibility): PersonaOverlay;
  /** Whether the card already counts as insurance card. */
  readonly registered: boolean;
  /** Last valid day of the user certificate. */
  certificateEnds(today: CivilDate, birthdate: CivilDate): CivilDate;
  readonly card?: CarriedCard;
  /** The persona whose data the insurers wrongly linked to this card (requirements.md R3-25). */
  readonly linkedTo?: string;
}

/** Declares a persona; keeps its id literal. */
export function persona<const I extends string>(declaration: Persona<I>): Persona<I> {
  return declaration;
}
