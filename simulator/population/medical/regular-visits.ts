import { addDays } from "../../kernel/civil-time.ts";
import { drawsOf } from "../draws.ts";
import type { CareDay, DoneAct } from "./care-day.ts";
import type { Office } from "./conditions.ts";
import { dayOf, rhythm, weekday } from "./days.ts";
import type { HistoryKeys, Illness } from "./health.ts";
import { circumstancesOn, done, type History, isActive, takenFor } from "./history.ts";
import { type Circumstances, isDoneIn } from "./interactions.ts";
import { officeOf } from "./offices.ts";
import { type DrugProduct, drugProduct } from "./products.ts";

const SATURDAY = 6;
const DIALYSIS_DAYS = [
  [1, 3, 5],
  [2, 4, 6],
] as const;

/** The offices a person with these illnesses goes to. */
export function officesOf(illnesses: readonly Illness[]): readonly Office[] {
  return [...new Set(illnesses.map(({ condition }) => condition.office))];
}

/** Visits for lasting illnesses: every four or eight weeks, with drugs until the next. */
export function regularVisits(history: History, office: Office): readonly CareDay[] {
  const { illnesses, keys, period } = history;
  const { facility, pharmacy, electronic, everyDays, phase } = officeOf(keys, office);
  const earlier = [addDays(period[0], -SATURDAY), period[1]] as const; // a shifted day may have begun before the period
  return rhythm(earlier, everyDays, phase).flatMap(({ number, index }): readonly CareDay[] => {
    const on = dayOf(
      office === "dialysis" ? nextDialysis(history, number) : weekday(number) === 0 ? number + 1 : number,
    );
    const active = illnesses.filter((illness) => illness.condition.office === office && isActive(illness, on));
    if (active.length === 0) return [];
    const regimens = new Set<string>(active.flatMap(({ regimen }) => regimen));
    const circumstances = circumstancesOn(history, on);
    const taken = takenFor(illnesses, circumstances, on).filter(({ id }) => regimens.has(id));
    const acts = actsOf(active, index + phase, circumstances);
    return [
      {
        on,
        facility,
        ...(pharmacy === undefined || taken.length === 0 ? {} : { pharmacy }),
        inpatient: false,
        drugs: taken.map((product) => ({ product, times: supply(product, everyDays) })),
        acts: [done("visit"), ...acts],
        reasons: active.map(({ condition }) => condition.id),
        electronic: electronic && taken.length > 0,
      },
    ];
  });
}

function actsOf(active: readonly Illness[], visit: number, circumstances: Circumstances): readonly DoneAct[] {
  const due = active
    .flatMap(({ condition }) => condition.acts)
    .filter(({ act, everyVisits }) => visit % everyVisits === 0 && isDoneIn(act, circumstances));
  const once = due.filter(({ act }, at) => due.findIndex((other) => other.act === act) === at);
  return once.map(({ act, count = 1 }) => done(act, count));
}

/** 調剤数量: days until the next visit, weeks of what is taken weekly, packs of what is used outside. */
function supply({ form, drugClass }: DrugProduct, days: number): number {
  if (form === "external") return 1;
  if (form === "as-needed") return 10;
  return drugClass === "bone" ? Math.trunc(days / 7) : drugClass === "clotting-factor" ? Math.trunc(days / 2) : days;
}

/** Three times a week, Monday or Tuesday first. */
export function dialysisDaysOf(history: History): readonly CareDay[] {
  const illness = history.illnesses.find(({ condition }) => condition.id === "dialysis");
  if (illness === undefined) return [];
  const { facility } = officeOf(history.keys, "dialysis");
  const [first] = dialysisDays(history.keys);
  return rhythm(history.period, 1, 0).flatMap(({ number }): readonly CareDay[] => {
    const on = dayOf(number);
    if (on < illness.since || !isDialysisDay(history.keys, number)) return [];
    const drugs = weekday(number) === first ? [{ product: drugProduct("erythropoietin"), times: 1 }] : [];
    return [
      { on, facility, inpatient: false, drugs, acts: [done("dialysis")], reasons: ["dialysis"], electronic: false },
    ];
  });
}

const dialysisDays = (keys: HistoryKeys): (typeof DIALYSIS_DAYS)[number] =>
  DIALYSIS_DAYS[drawsOf(keys.rhythm, 0)(2)] ?? DIALYSIS_DAYS[0];

function isDialysisDay(keys: HistoryKeys, number: number): boolean {
  return dialysisDays(keys).some((day) => day === weekday(number));
}

function nextDialysis({ keys }: History, number: number): number {
  let day = number;
  while (!isDialysisDay(keys, day)) day++; // a week has three
  return day;
}
