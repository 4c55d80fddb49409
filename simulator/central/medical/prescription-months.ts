import type { DrugInformationAnswer } from "../../messages/kinds/yzk-siquc01.ts";
import type { CareDay, CareFacility, DrugProduct, GivenDrug } from "../../population/medical/index.ts";
import { byMonth, ORGANISATION, SETTING, WHOSE } from "./drug-months.ts";

type Body = DrugInformationAnswer["MessageBody"];
type Prescriptions = NonNullable<Body["ShPrInf"]>["ShPrMonthInf"];
type Dispensings = NonNullable<Body["CzDiInf"]>["CzDiMonthInf"];

/** Class of usage; the list is not public, ours: 1 taken, 2 at need, 3 outside, 4 injected. */
const USAGE_CLASS: Readonly<Record<DrugProduct["form"], string>> = {
  oral: "1",
  "as-needed": "2",
  external: "3",
  injection: "4",
};

/** A day whose drugs a pharmacy dispensed on an electronic prescription. */
type Dispensed = CareDay & { readonly pharmacy: CareFacility };

/** Electronic prescriptions and their dispensing as elements (receipt-system-interface.md §2.11, `Sh` and `Cz`). */
export function prescriptionParts(days: readonly CareDay[], asker: string): Pick<Body, "ShPrInf" | "CzDiInf"> {
  const dispensed = days.filter((day): day is Dispensed => day.pharmacy !== undefined);
  if (dispensed.length === 0) return {};
  return {
    ShPrInf: { ShPrMonthInf: prescriptions(dispensed, asker) },
    CzDiInf: { CzDiMonthInf: dispensings(dispensed, asker) },
  };
}

const dispensable = ({ drugs }: CareDay): readonly GivenDrug[] =>
  drugs.filter(({ product }) => product.form !== "injection");
const whose = (facility: string, asker: string): string => (facility === asker ? WHOSE.own : WHOSE.other);

function prescriptions(days: readonly Dispensed[], asker: string): Prescriptions {
  return byMonth(days, ({ facility }) => facility.code).map((month) => {
    const { on, facility } = month[0];
    return {
      ShPrOrg: ORGANISATION.office,
      ShMeTrDiHCd: facility.code,
      ShPrHCd: facility.code,
      ShMeTrDiHNm: facility.name,
      ShPrMonth: on.slice(0, 6),
      ShPrHNm: facility.name,
      ShPrIsOrg: whose(facility.code, asker),
      ShPrCl: SETTING.outpatient,
      ShPrDateInfs: {
        ShPrDateInf: month.map((day) => ({
          ShPrDate: day.on,
          ShDrugInfs: {
            ShDrugInf: dispensable(day).map(({ product, times }) => ({
              ShDrugC: product.code,
              ShQua1: product.quantity,
              ShUsageN: product.usage,
              ...(product.instruction === undefined ? {} : { ShSpInst: product.instruction }),
              ShTimes: String(times),
              ShIngreN: product.ingredient,
              ShUsageCl: USAGE_CLASS[product.form],
              ShUnit: product.unit,
              ShDrugN: product.name,
            })),
          },
        })),
      },
    };
  });
}

function dispensings(days: readonly Dispensed[], asker: string): Dispensings {
  return byMonth(days, ({ facility, pharmacy }) => `${facility.code}/${pharmacy.code}`).map((month) => {
    const { on, facility, pharmacy } = month[0];
    return {
      CzDiOrg: ORGANISATION.pharmacy,
      CzMeTrDiHCd: pharmacy.code,
      CzPrlsHCd: facility.code,
      CzMeTrDiHNm: pharmacy.name,
      CzDiMonth: on.slice(0, 6),
      CzPrlsHNm: facility.name,
      CzPrIsOrg: whose(facility.code, asker),
      CzPrCl: SETTING.outpatient,
      CzDiDateInfs: {
        CzDiDateInf: month.map((day) => ({
          CzDiDate: day.on,
          CzPrDate: day.on,
          CzDrugInfs: {
            CzDrugInf: dispensable(day).map(({ product, times }) => ({
              CzDrugC: product.code,
              CzQua1: product.quantity,
              CzUsageN: product.usage,
              ...(product.instruction === undefined ? {} : { CzSpInst: product.instruction }),
              CzTimes: String(times),
              CzIngreN: product.ingredient,
              CzUsageCl: USAGE_CLASS[product.form],
              CzUnit: product.unit,
              CzDrugN: product.name,
            })),
          },
        })),
      },
    };
  });
}
