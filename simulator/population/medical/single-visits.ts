import { addDays } from "../../kernel/civil-time.ts";
import type { CareDay } from "./care-day.ts";
import { dayNumber, dayOf, rhythm } from "./days.ts";
import type { Episode } from "./episodes.ts";
import type { Pregnancy } from "./health.ts";
import { circumstancesOn, done, type History, takenFor } from "./history.ts";
import { isDoneIn, suits, takenTogether } from "./interactions.ts";
import { officeOf } from "./offices.ts";
import type { Stay } from "./operations.ts";
import { type DrugProduct, drugProduct } from "./products.ts";

/** Days of a pregnancy on which iron is prescribed. */
const IRON_DAYS = [170, 198, 226] as const;
const MONTH_DAYS = 28;

/** The visit for a passing illness. */
export function visitFor(history: History, { kind, on }: Episode): readonly CareDay[] {
  const office = kind.id === "lumbago" || kind.id === "sprain" ? "orthopaedics" : "internal";
  const { facility, pharmacy, electronic } = officeOf(history.keys, office);
  const circumstances = circumstancesOn(history, on);
  const wanted = kind.drugs.map(drugProduct).filter((product) => suits(product, circumstances));
  const drugs = takenTogether(wanted, takenFor(history.illnesses, circumstances, on));
  return [
    {
      on,
      facility,
      ...(pharmacy === undefined || drugs.length === 0 ? {} : { pharmacy }),
      inpatient: false,
      drugs: drugs.map((product) => ({ product, times: product.form === "oral" ? kind.days : shortSupply(product) })),
      acts: [done("visit"), ...kind.acts.filter((act) => isDoneIn(act, circumstances)).map((act) => done(act))],
      reasons: [kind.id],
      electronic: electronic && drugs.length > 0,
    },
  ];
}

const shortSupply = ({ form }: DrugProduct): number => (form === "as-needed" ? 5 : 1);

/** Visits of a pregnancy with anaemia; an ordinary pregnancy is no matter of insurance. */
export function ironVisits(history: History, { from, anaemia }: Pregnancy): readonly CareDay[] {
  if (!anaemia) return [];
  const { facility, pharmacy, electronic } = officeOf(history.keys, "women");
  return IRON_DAYS.map((days) => ({
    on: addDays(from, days),
    facility,
    ...(pharmacy === undefined ? {} : { pharmacy }),
    inpatient: false,
    drugs: [{ product: drugProduct("iron"), times: MONTH_DAYS }],
    acts: [done("visit"), done("bloodCount")],
    reasons: ["anaemia-in-pregnancy"],
    electronic,
  }));
}

/** The days of a stay in hospital. */
export function wardDays({ keys }: History, { kind, from, until, operatedOn }: Stay): readonly CareDay[] {
  const { facility } = officeOf(keys, "ward");
  const { id, code, name } = kind;
  return rhythm([from, until], 1, 0).map(({ number }): CareDay => {
    const on = dayOf(number);
    const operated = on === operatedOn;
    const infusion = operated || number === dayNumber(operatedOn) + 1;
    return {
      on,
      facility,
      inpatient: true,
      drugs: infusion ? [{ product: drugProduct("infusion"), times: 1 }] : [],
      acts: [done("ward"), ...(operated ? [done("anaesthesia")] : [])],
      ...(operated ? { operation: { id, code, name } } : {}),
      reasons: [id],
      electronic: false,
    };
  });
}
