import { addDays, type CivilDate } from "../../kernel/civil-time.ts";
import type { CareDay, GivenDrug } from "./care-day.ts";
import { monthsOf } from "./days.ts";
import { episodesOf } from "./episodes.ts";
import { historyKeys, illnessesOf, type Patient, pregnanciesOf } from "./health.ts";
import { takenTogether } from "./interactions.ts";
import { REACH_DAYS, staysOf } from "./operations.ts";
import { dialysisDaysOf, officesOf, regularVisits } from "./regular-visits.ts";
import { ironVisits, visitFor, wardDays } from "./single-visits.ts";

/**
 * What happened to a person in a period, both days included, in the order of days: lasting illnesses with their refills,
 * passing ones, pregnancy, dialysis, operations. Computed from the person alone, so that the same day is always the same
 * day whatever period is asked for; nothing happens before birth or after death (all of it ours, requirements.md R1-32, D-16).
 */
export function careHistory(patient: Patient, from: CivilDate, until: CivilDate): readonly CareDay[] {
  const last = patient.died;
  const period = [
    from < patient.birthdate ? patient.birthdate : from,
    last === undefined || until < last ? until : last,
  ] as const;
  if (period[0] > until) return [];
  const keys = historyKeys(patient);
  const illnesses = illnessesOf(patient, keys);
  const pregnancies = pregnanciesOf(patient, keys, addDays(from, -REACH_DAYS), addDays(until, REACH_DAYS));
  const around = [addDays(from, -REACH_DAYS), addDays(until, REACH_DAYS)] as const;
  const stays = staysOf(patient, keys, illnesses, pregnancies, around);
  const history = { patient, keys, illnesses, pregnancies, stays, period };
  const days = [
    ...officesOf(illnesses).flatMap((office) => regularVisits(history, office)),
    ...dialysisDaysOf(history),
    ...episodesOf(patient, keys, monthsOf(period)).flatMap((episode) => visitFor(history, episode)),
    ...pregnancies.flatMap((pregnancy) => ironVisits(history, pregnancy)),
  ].filter(({ on }) => !stays.some((stay) => stay.from <= on && on <= stay.until));
  return merge([...days, ...stays.flatMap((stay) => wardDays(history, stay))])
    .filter(({ on }) => on >= period[0] && on <= period[1])
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Two reasons to see the same doctor on one day are one visit. */
function merge(days: readonly CareDay[]): readonly CareDay[] {
  const merged = new Map<string, CareDay>();
  for (const day of days) {
    const key = `${day.on}/${day.facility.code}/${day.inpatient}`;
    const same = merged.get(key);
    merged.set(key, same === undefined ? day : together(same, day));
  }
  return [...merged.values()];
}

function together(one: CareDay, other: CareDay): CareDay {
  const drugs: GivenDrug[] = [...one.drugs];
  for (const given of other.drugs) {
    const products = drugs.map(({ product }) => product);
    if (takenTogether([given.product], products).length > 0) drugs.push(given);
  }
  const acts = [...one.acts, ...other.acts.filter(({ act }) => !one.acts.some((own) => own.act === act))];
  const pharmacy = one.pharmacy ?? other.pharmacy;
  return {
    ...one,
    ...(pharmacy === undefined ? {} : { pharmacy }),
    drugs,
    acts,
    reasons: [...new Set([...one.reasons, ...other.reasons])],
    electronic: one.electronic || other.electronic,
  };
}
