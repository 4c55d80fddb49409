import type { CheckupReport, DrugReport, ReportDay, ReportPatient } from "../../documents/medical-report.ts";
import type { CivilDate } from "../../kernel/civil-time.ts";
import { bodySex, type CheckupItemKind, type CheckupRecord } from "../../population/medical/index.ts";
import type { InsuredPerson } from "../../population/person.ts";
import { measuredItems } from "./checkup-elements.ts";
import { byMonth } from "./drug-months.ts";
import type { AskedMonths, ClaimedDay } from "./seen-care.ts";

/** 用法 classes and 診療識別 in words. */
const FORM_WORDS = { oral: "内服", "as-needed": "屯服", external: "外用", injection: "注射" } as const;
const ACT_WORDS = {
  "12": "再診",
  "40": "処置",
  "50": "手術・麻酔",
  "60": "検査",
  "70": "画像診断",
  "80": "その他",
  "90": "入院",
} as const;

const patientOf = ({ name, kana, sex, birthdate }: InsuredPerson): ReportPatient => ({ name, kana, sex, birthdate });

/** What the PDF of `YZKsiquc01` says; `withCare` for file category 3, `withSurgery` where it may be seen. */
export function drugReport(
  person: InsuredPerson,
  madeOn: CivilDate,
  { from, until }: AskedMonths,
  days: readonly ClaimedDay[],
  { withCare, withSurgery }: { readonly withCare: boolean; readonly withSurgery: boolean },
): DrugReport {
  const surgeries = days.flatMap(({ on, facility, operation }) =>
    operation === undefined ? [] : [{ on, facility: facility.name, name: operation.name }],
  );
  return {
    patient: patientOf(person),
    madeOn,
    from,
    until,
    months: byMonth(days, () => "").map((month) => ({
      month: month[0].on.slice(0, 6),
      days: month.map((day) => dayOf(day, withCare)),
    })),
    ...(withSurgery ? { surgeries } : {}),
  };
}

function dayOf({ on, facility, prescriber, inpatient, drugs, acts }: ClaimedDay, withCare: boolean): ReportDay {
  return {
    on,
    facility: facility.name,
    ...(prescriber.code === facility.code ? {} : { prescribedOn: on, prescriber: prescriber.name }),
    setting: inpatient ? "inpatient" : "outpatient",
    drugs: drugs.map(({ product, times }) => ({
      usageClass: FORM_WORDS[product.form],
      name: product.name,
      ingredient: product.ingredient,
      quantity: product.quantity,
      unit: product.unit,
      usage: product.usage,
      times,
      ...(product.instruction === undefined ? {} : { instruction: product.instruction }),
    })),
    ...(withCare
      ? {
          care: acts.map(({ act, count }) => ({
            category: ACT_WORDS[act.category],
            name: act.name,
            quantity: String(count),
            unit: act.unit,
            times: 1,
          })),
        }
      : {}),
  };
}

/** What the PDF of `TKKsiquc01` says, newest check-up first. */
export function checkupReport(
  person: InsuredPerson,
  madeOn: CivilDate,
  checkups: readonly CheckupRecord[],
): CheckupReport {
  return {
    patient: patientOf(person),
    madeOn,
    checkups: checkups.toReversed().map(({ on, values }) => ({
      on,
      items: measuredItems(values).map((item: CheckupItemKind & { readonly value: string }) => {
        const high = bodySex(person) === "2" ? (item.highOfWomen ?? item.high) : item.high;
        return {
          code: item.code,
          name: item.name,
          value: item.value,
          unit: item.unit,
          ...(item.low === undefined ? {} : { low: item.low }),
          ...(high === undefined ? {} : { high }),
          group: item.group,
        };
      }),
    })),
  };
}
