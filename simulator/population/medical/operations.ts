import { addDays, ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import { drawsOf } from "../draws.ts";
import { birthday } from "../life-stage.ts";
import type { Operation } from "./care-day.ts";
import type { HistoryKeys, Illness, Patient, Pregnancy } from "./health.ts";

/** An operation people have once in a life, if ever. Numbers are ours, after what is generally known. */
export interface OperationKind extends Operation {
  /** Of a thousand people. */
  readonly perThousand: number;
  readonly fromAge: number;
  readonly untilAge: number;
  readonly stayDays: number;
  /** Only with this lasting illness, begun before. */
  readonly illness?: string;
}

const FIRST_CODE = 199_995_001;

/** Every operation; the last is the way some are born. */
export const operationKinds: readonly OperationKind[] = [
  kind(0, "appendectomy", "架空虫垂切除術", 40, 8, 60, 5),
  kind(1, "hernia", "架空鼠径ヘルニア手術", 30, 45, 85, 3),
  kind(2, "polypectomy", "架空内視鏡的大腸ポリープ切除術", 120, 50, 85, 2),
  kind(3, "cataract", "架空水晶体再建術", 450, 65, 90, 2),
  { ...kind(4, "knee", "架空人工膝関節置換術", 150, 66, 85, 21), illness: "knee" },
  { ...kind(5, "femur", "架空大腿骨骨接合術", 150, 76, 95, 28), illness: "osteoporosis" },
  { ...kind(6, "shunt", "架空内シャント造設術", 1_000, 0, 120, 4), illness: "dialysis" },
];
/** 帝王切開; it comes with a pregnancy. */
export const caesarean: OperationKind = kind(7, "caesarean", "架空帝王切開術", 0, 20, 43, 8);

/** A stay in hospital for an operation, which is on its second day. */
export interface Stay {
  readonly kind: OperationKind;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly operatedOn: CivilDate;
}

/** Longer than a pregnancy or a stay: what begins or ends outside a period reaches into it. */
export const REACH_DAYS = 400;

/** Stays that touch a period, in the order of their days; those that would overlap an earlier one are left out. */
export function staysOf(
  patient: Patient,
  keys: HistoryKeys,
  illnesses: readonly Illness[],
  pregnancies: readonly Pregnancy[],
  [from, until]: readonly [CivilDate, CivilDate],
): readonly Stay[] {
  const planned = operationKinds.flatMap((candidate, index): readonly Stay[] => {
    const draws = drawsOf(keys.surgery, index);
    if (draws(1_000) >= candidate.perThousand) return [];
    const age = candidate.fromAge + draws(candidate.untilAge - candidate.fromAge + 1);
    const illness = illnesses.find(({ condition }) => condition.id === candidate.illness);
    if (candidate.illness !== undefined && illness === undefined) return [];
    // The shunt is made when dialysis begins; everything else waits for its age.
    const admitted =
      candidate.id === "shunt" && illness !== undefined
        ? addDays(illness.since, -candidate.stayDays)
        : addDays(birthday(patient.birthdate, age), draws(365));
    if (illness !== undefined && candidate.id !== "shunt" && admitted <= illness.since) return [];
    return admitted < patient.birthdate ? [] : [stay(candidate, admitted)];
  });
  const births = pregnancies.filter((one) => one.caesarean).map(({ birth }) => stay(caesarean, addDays(birth, -1)));
  return [...births, ...planned]
    .filter((one) => one.kind === caesarean || !pregnancies.some((p) => p.from <= one.until && one.from <= p.birth))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .filter((one, index, all) => all.slice(0, index).every((earlier) => earlier.until < one.from))
    .filter((one) => one.until >= from && one.from <= until && ageOn(patient.birthdate, one.from) >= 0);
}

function stay(kind_: OperationKind, from: CivilDate): Stay {
  return { kind: kind_, from, until: addDays(from, kind_.stayDays), operatedOn: addDays(from, 1) };
}

function kind(
  index: number,
  id: string,
  name: string,
  perThousand: number,
  fromAge: number,
  untilAge: number,
  stayDays: number,
): OperationKind {
  return { id, code: String(FIRST_CODE + index), name, perThousand, fromAge, untilAge, stayDays };
}
