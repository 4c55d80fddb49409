import { civilDate, dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Crossing, Trace } from "../../../simulator/kernel/trace.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { contributionRatio } from "../../../simulator/rules/contribution-ratio.ts";
import { type CounterCap, counterCap, limitYen, ratioOf, shareYen } from "../../../simulator/rules/patient-share.ts";
import { type ShareData, shareDataOf } from "../../../simulator/rules/share-data.ts";
import type { KeptStep } from "../../director.ts";
import { declares } from "../claims/expected-basis.ts";
import { type ActCrossing, answersFor, personAt, personIn, stepsOf, toldAt } from "../reading.ts";

/** What a patient should pay at a visit, reckoned from the answers in the trace. */
export interface Owed {
  readonly step: Crossing<"scenario.step">;
  readonly visit: string;
  /** What the counter asked; undefined when that was not reported. */
  readonly charged: ActCrossing<"charged"> | undefined;
  readonly payYen: number;
  /** Left out without an answer: then no cap is known. */
  readonly cap?: CounterCap;
}

/** Every charge a scenario asks for with what it should be; the months of a patient are added up. */
export function owedIn(trace: Trace): readonly Owed[] {
  const months = new Map<string, { costYen: number; paidYen: number }>();
  return stepsOf(trace, "charge").flatMap((step): readonly Owed[] => {
    const { seq: from, atMs, message } = step;
    const { visit = "", points = 0, care = "outpatient", reachedBefore = 0, disease } = message;
    const person = personAt(trace, visit);
    if (person === undefined) return [];
    const on = dateAt(atMs);
    const key = `${person.name} ${person.birthdate} ${on.slice(0, 6)} ${care} ${disease ?? ""}`;
    const month = months.get(key) ?? { costYen: 0, paidYen: 0 };
    months.set(key, month);
    const data = dataFor(trace, visit, from);
    const birthdate = civilDate(person.birthdate);
    const twoTenths = policyAt(on).lateElderlyTwoTenths;
    const ratio =
      data === undefined
        ? (declaredRatio(trace, visit, from) ?? contributionRatio.decide({ birthdate, on, twoTenths }).result)
        : ratioOf(data, on);
    month.costYen += points * 10;
    const cap =
      data === undefined
        ? undefined
        : counterCap(data, { on, care, costYen: month.costYen, reachedBefore, ...(disease && { disease }) });
    const share = shareYen(points * 10, ratio);
    const limit = cap && limitYen(cap);
    const payYen = limit === undefined ? share : Math.min(share, Math.max(0, limit - month.paidYen));
    month.paidYen += payYen;
    return [{ step, visit, charged: toldAt(trace, step, "charged"), payYen, ...(cap === undefined ? {} : { cap }) }];
  });
}

/** Ratio and limit data of the last valid answer of a visit before a point of the trace. */
function dataFor(trace: Trace, visit: string, before: number): ShareData | undefined {
  const answer = answersFor(trace, visit).findLast(
    ({ seq, record }) => seq < before && record.MessageBody.QualificationValidity === "1",
  );
  const result = answer === undefined ? undefined : personIn(answer);
  return result === undefined ? undefined : shareDataOf(result);
}

/** The share the patient stated, where the declaration counts. */
function declaredRatio(trace: Trace, visit: string, before: number): KeptStep["declaredRatio"] {
  const step = stepsOf(trace, "declare").find(({ message }) => message.visit === visit);
  return declares(trace, visit, before) ? step?.message.declaredRatio : undefined;
}
