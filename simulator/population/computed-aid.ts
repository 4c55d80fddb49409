import { aidHomes, livesOnAid } from "./aid-period.ts";
import { type TicketFacts, ticketsOf, usualFacilities } from "./aid-tickets.ts";
import { civilOf, type DayNumber } from "./day-number.ts";
import { facilityByCode, isNamedFacility } from "./facility.ts";
import type { Life, Lives } from "./lives.ts";
import type { MedicalAid } from "./medical-aid.ts";
import { keysOf, mix } from "./mix.ts";
import { municipalityAt } from "./municipality.ts";
import { isOwn } from "./number-use.ts";
import { municipalityIndex } from "./places.ts";
import { recipientNumber } from "./recipient-number.ts";

/** What is computed of a population's aid. */
export class ComputedAid {
  readonly #seed: number;
  readonly #lives: Lives;
  readonly #ticketKey: number;

  constructor(seed: number, lives: Lives) {
    this.#seed = seed;
    this.#lives = lives;
    this.#ticketKey = keysOf(seed, "aid ticket", 1)[0] ?? 0;
  }

  /** False for nearly everybody, at the cost of a home: the household is on aid at no time. */
  canHave(index: number): boolean {
    return livesOnAid(this.#lives.registry.homeOf(this.#lives.households.of(index), 0));
  }

  /** 医療扶助 of a person as the welfare office had registered it by a day, current or ended; undefined when there never was any. */
  of(life: Life, on: DayNumber): MedicalAid | undefined {
    const { aid } = life.life;
    const { birth, death } = life.member;
    if (aid === undefined) return undefined;
    const from = Math.max(aid.from, birth);
    // With a first job a child leaves the household on aid.
    const firstJob = life.covers.find(({ law, use }) => isOwn(use) && law !== "late-elderly")?.from;
    const until = Math.min(aid.until ?? Number.POSITIVE_INFINITY, death + 1, firstJob ?? Number.POSITIVE_INFINITY);
    if (from > on || from >= until) return undefined;
    const day = Math.min(on, until - 1);
    const together = life.covers.some((cover) => cover.from <= day && day < cover.until);
    const home = this.#lives.homeOf(life, on);
    const { welfareOffice } = municipalityAt(this.#seed, home.municipality);
    const facts: TicketFacts = {
      key: mix(this.#ticketKey, life.index),
      municipality: home.municipality,
      registersOn: welfareOffice.registersOn,
      from,
      until,
      on,
      birth,
    };
    return {
      payerNumber: welfareOffice.payerNumber,
      recipientNumber: recipientNumber({ home, position: life.position }, false),
      officeName: welfareOffice.name,
      startedOn: civilOf(from),
      ...(until <= on ? { endedOn: civilOf(until) } : {}),
      use: together ? "02" : "01",
      socialInsurance: together ? "01" : "02",
      tickets: ticketsOf(facts),
    };
  }

  /** Indices of the people with a ticket for a computed facility in a month `yyyymm`: what a bulk pull is about (§13.3). */
  entrustedTo(facilityCode: string, month: string, on: DayNumber): readonly number[] {
    const facility = facilityByCode(facilityCode);
    const municipality = facility && municipalityIndex(facility.municipality);
    if (municipality === undefined || isNamedFacility(facilityCode)) return [];
    const found: number[] = [];
    for (const life of this.#peopleOnAid(municipality)) {
      const usual = usualFacilities({ key: mix(this.#ticketKey, life.index), municipality });
      // Most go elsewhere; only for who goes there the tickets are made.
      if (!Object.values(usual).some(({ code }) => code === facilityCode)) continue;
      const tickets = this.of(life, on)?.tickets ?? [];
      if (tickets.some((ticket) => ticket.facility.code === facilityCode && ticket.month === month))
        found.push(life.index);
    }
    return found;
  }

  /** Everybody of the households of a municipality that are on aid at some time: some thousand homes, not the whole country. */
  *#peopleOnAid(municipality: number): Iterable<Life> {
    for (const home of aidHomes(municipality)) {
      const living = this.#lives.registry.livingAt(home);
      if (living === undefined) return; // beyond the last home
      if (living.residence === 0) yield* this.#lives.together(living.household);
    }
  }
}
