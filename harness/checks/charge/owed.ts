import { civilDate, dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { contributionRatio } from "../../../simulator/rules/contribution-ratio.ts";
import { type CounterCap, counterCap, limitYen, ratioOf, shareYen } from "../../../simulator/rules/patient-share.ts";
import { type ShareData, shareDataOf } from "../../../simulator/rules/share-data.ts";
import type { KeptStep } from "../../director.ts";
import { type ActCrossing, actsOf, answersFor, personAt, personIn, stepsOf } from "../reading.ts";

/** What a patient should pay at a visit, reckoned from the answers in the trace. */
export interface Owed {
  readonly seq: number;
  readonly visit: string;
  readonly charged: ActCrossing<"charged">["message"];
  readonly payYen: number;
  /** Left out without an answer: then no cap is known. */
  readonly cap?: CounterCap;
}

/** Every charge of a trace with what it should have been; the months of a patient are added up. */
export function owedIn(trace: Trace): readonly Owed[] {
  const months = new Map<string, { costYen: number; paidYen: number }>();
  return stepsOf(trace, "charge").flatMap(({ seq: from, atMs, message: step }): readonly Owed[] => {
    const { visit = "", points = 0, care = "outpatient", reachedBefore = 0, disease } = step;
    const person = personAt(trace, visit);
    const act = actsOf(trace, "charged").find(({ seq, message }) => seq > from && message.visit === visit);
    if (person === undefined || act === undefined) return [];
    const on = dateAt(atMs);
    const key = `${person.name} ${person.birthdate} ${on.slice(0, 6)} ${care} ${disease ?? ""}`;
    const month = months.get(key) ?? { costYen: 0, paidYen: 0 };
    months.set(key, month);
    const data = dataFor(trace, visit, from);
    const birthdate = civilDate(person.birthdate);
    const twoTenths = policyAt(on).lateElderlyTwoTenths;
    const ratio =
      data === undefined
        ? (declaredRatio(trace, visit) ?? contributionRatio.decide({ birthdate, on, twoTenths }).result)
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
    return [{ seq: act.seq, visit, charged: act.message, payYen, ...(cap === undefined ? {} : { cap }) }];
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

function declaredRatio(trace: Trace, visit: string): KeptStep["declaredRatio"] {
  const counts = actsOf(trace, "declared").some(
    ({ message }) => message.visit === visit && message.form !== "incomplete",
  );
  const step = stepsOf(trace, "declare").find(({ message }) => message.visit === visit);
  return counts ? step?.message.declaredRatio : undefined;
}
