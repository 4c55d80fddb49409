import { addDays, ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import { drawsOf } from "../draws.ts";
import type { ActId } from "./acts.ts";
import { bodySex, type HistoryKeys, type Patient } from "./health.ts";
import type { DrugId } from "./products.ts";

/** An illness that passes. Numbers are ours, after what is generally known. */
export interface EpisodeKind {
  readonly id: string;
  readonly ja: string;
  /** Of a thousand of such an age, so many a month. */
  readonly perMonth: number;
  readonly fromAge: number;
  readonly belowAge: number;
  readonly sex?: "1" | "2";
  /** Only in these months of the year. */
  readonly months?: readonly number[];
  /** A person has it once. */
  readonly once?: true;
  readonly drugs: readonly DrugId[];
  readonly days: number;
  readonly acts: readonly ActId[];
}

/** Every illness that passes; children first. */
export const episodeKinds: readonly EpisodeKind[] = [
  kind("cold-child", "感冒", 90, 0, 15, ["expectorantChild", "antipyreticChild"], 5, []),
  { ...kind("otitis", "中耳炎", 25, 0, 9, ["cephemChild", "antipyreticChild"], 7, []) },
  { ...kind("hand-foot-mouth", "手足口病", 30, 0, 7, ["antipyreticChild"], 3, []), months: [6, 7, 8], once: true },
  { ...kind("chickenpox", "水痘", 3, 1, 10, ["antipyreticChild", "moisturiser"], 5, []), once: true },
  {
    ...kind("influenza-child", "インフルエンザ", 60, 1, 15, ["antiviralChild", "antipyreticChild"], 5, ["rapidVirus"]),
    months: [12, 1, 2, 3],
  },
  kind("cold", "感冒", 18, 15, 120, ["expectorant", "antipyretic"], 5, []),
  {
    ...kind("influenza", "インフルエンザ", 20, 15, 120, ["antiviral", "antipyretic"], 5, ["rapidVirus"]),
    months: [12, 1, 2, 3],
  },
  kind("bronchitis", "急性気管支炎", 5, 15, 120, ["macrolide", "cephem", "expectorant"], 5, ["xray"]),
  kind("gastroenteritis", "急性胃腸炎", 10, 0, 120, ["probiotic", "antiemetic"], 4, []),
  { ...kind("cystitis", "膀胱炎", 6, 18, 120, ["cephem"], 5, ["urine"]), sex: "2" },
  kind("lumbago", "腰痛症", 12, 25, 120, ["patch", "nsaid"], 7, ["xray"]),
  kind("sprain", "足関節捻挫", 6, 8, 40, ["patch"], 7, ["xray"]),
];

/** A passing illness of a person: the day the doctor is seen. */
export interface Episode {
  readonly kind: EpisodeKind;
  readonly on: CivilDate;
}

/** Most days of a month that every month has. */
const DAYS = 28;

/** Episodes of the months of a period, in the order of the table within a month; one a month at most. */
export function episodesOf(patient: Patient, keys: HistoryKeys, months: readonly string[]): readonly Episode[] {
  return months.flatMap((month): readonly Episode[] => {
    const draws = drawsOf(keys.acute, Number(month));
    const on = addDays(`${month}01` as CivilDate, draws(DAYS));
    if (on < patient.birthdate) return [];
    const age = ageOn(patient.birthdate, on);
    const happens = episodeKinds.find(
      (candidate) => draws(1_000) < candidate.perMonth && fits(candidate, patient, age, month),
    );
    if (happens === undefined || (happens.once === true && hadBefore(happens, patient, keys, month))) return [];
    return [{ kind: happens, on }];
  });
}

function fits({ fromAge, belowAge, sex, months }: EpisodeKind, patient: Patient, age: number, month: string): boolean {
  return (
    age >= fromAge &&
    age < belowAge &&
    (sex === undefined || sex === bodySex(patient)) &&
    (months === undefined || months.includes(Number(month.slice(4))))
  );
}

/** Looks back over childhood, the only time illnesses that come once are had. */
function hadBefore(kind_: EpisodeKind, patient: Patient, keys: HistoryKeys, month: string): boolean {
  const first = Number(patient.birthdate.slice(0, 4)) * 12 + Number(patient.birthdate.slice(4, 6)) - 1;
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(4)) - 1;
  for (let at = first; at < last; at++) {
    const earlier = `${Math.trunc(at / 12)}${String((at % 12) + 1).padStart(2, "0")}`;
    const draws = drawsOf(keys.acute, Number(earlier));
    const on = addDays(`${earlier}01` as CivilDate, draws(DAYS));
    const age = ageOn(patient.birthdate, on);
    const had = episodeKinds.find(
      (candidate) => draws(1_000) < candidate.perMonth && fits(candidate, patient, age, earlier),
    );
    if (had === kind_ && on >= patient.birthdate) return true;
  }
  return false;
}

function kind(
  id: string,
  ja: string,
  perMonth: number,
  fromAge: number,
  belowAge: number,
  drugs: readonly DrugId[],
  days: number,
  acts: readonly ActId[],
): EpisodeKind {
  return { id, ja, perMonth, fromAge, belowAge, drugs, days, acts };
}
