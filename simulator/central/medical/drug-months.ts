import type { DrugInformationAnswer } from "../../messages/kinds/yzk-siquc01.ts";
import type { CareFacility, DoneAct, DrugProduct, GivenDrug } from "../../population/medical/index.ts";
import type { ClaimedDay } from "./seen-care.ts";

type Months = DrugInformationAnswer["MessageBody"]["MeTrMonthInf"];
type Day = NonNullable<Months[number]["DiDateInfs"]>["DiDateInf"][number];

/** 診療識別 of drugs by form: 21 内服, 22 屯服, 23 外用, 32 静脈内注射 (general knowledge of claims). */
const DRUG_CATEGORY: Readonly<Record<DrugProduct["form"], string>> = {
  oral: "21",
  "as-needed": "22",
  external: "23",
  injection: "32",
};
const OPERATION = "50";
/** No more fit one result; the newest stay (the bound of the element table, ours). */
const MOST_MONTHS = 1_000;

/** Codes whose lists are not public, ours: kind of the claiming facility, own or other facility, in or out of hospital. */
export const ORGANISATION = { office: "1", pharmacy: "2" } as const;
export const WHOSE = { own: "1", other: "2" } as const;
export const SETTING = { inpatient: "1", outpatient: "2" } as const;

/** Groups days into the months of a facility, in the order of their first days. */
export function byMonth<T extends { readonly on: string }>(
  days: readonly T[],
  sameAs: (day: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const day of days) {
    const key = `${day.on.slice(0, 6)}/${sameAs(day)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [day]);
    else group.push(day);
  }
  return [...groups.values()];
}

/** Claims as elements (receipt-system-interface.md §2.11, the plain family). `withActs`: file categories 3 and 4. */
export function drugMonths(days: readonly ClaimedDay[], asker: string, withActs: boolean): Months {
  return byMonth(days, ({ facility, prescriber, inpatient }) => `${facility.code}/${prescriber.code}/${inpatient}`)
    .slice(-MOST_MONTHS)
    .map((month) => {
      const { on, facility, prescriber, inpatient } = month[0];
      return {
        DiOrg: organisationOf(facility),
        MeTrDiHCd: facility.code,
        PrlsHCd: prescriber.code,
        MeTrDiHNm: facility.name,
        MeTrMonth: on.slice(0, 6),
        PrlsHNm: prescriber.name,
        PrIsOrg: prescriber.code === asker ? WHOSE.own : WHOSE.other,
        InOut: inpatient ? SETTING.inpatient : SETTING.outpatient,
        DiDateInfs: { DiDateInf: month.map((day) => dayElement(day, withActs)) },
      };
    });
}

/** What kind of facility claims. */
export function organisationOf({ kind }: CareFacility): string {
  return kind === "pharmacy" ? ORGANISATION.pharmacy : ORGANISATION.office;
}

function dayElement({ on, drugs, acts, operation }: ClaimedDay, withActs: boolean): Day {
  const done = [
    ...acts.map(actElement),
    ...(operation === undefined
      ? []
      : [
          { SinInfN: operation.name, SinInfCd: operation.code, MeTrIdCl: OPERATION, Qua1: "1", Times: "1", Unit: "回" },
        ]),
  ];
  return {
    DiDate: on,
    PrDate: on,
    ...(drugs.length === 0 ? {} : { DrugInfs: { DrugInf: drugs.map(drugElement) } }),
    ...(withActs && done.length > 0 ? { MeTrInfs: { MeTrInf: done } } : {}),
  };
}

function drugElement({ product, times }: GivenDrug) {
  const { code, name, ingredient, form, unit, quantity, usage, instruction } = product;
  return {
    DrugC: code,
    Qua1: quantity,
    UsageN: usage,
    ...(instruction === undefined ? {} : { SpInst: instruction }),
    Times: String(times),
    IngreN: ingredient,
    MeTrIdCl: DRUG_CATEGORY[form],
    Unit: unit,
    DrugN: name,
  };
}

function actElement({ act, count }: DoneAct) {
  return {
    SinInfN: act.name,
    SinInfCd: act.code,
    MeTrIdCl: act.category,
    Qua1: String(count),
    Times: "1",
    Unit: act.unit,
  };
}
