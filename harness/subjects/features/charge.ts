import { type CivilDate, civilDate, dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { DiseaseCertificate } from "../../../simulator/population/eligibility.ts";
import type { ContributionRatio } from "../../../simulator/population/limit-class.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { contributionRatio } from "../../../simulator/rules/contribution-ratio.ts";
import { type CounterCap, limitYen, ratioOf, shareYen } from "../../../simulator/rules/patient-share.ts";
import { shareDataOf } from "../../../simulator/rules/share-data.ts";
import type { Chart } from "../chart-store.ts";
import type { Visit } from "../visit.ts";
import { type Feature, handler, type Office } from "./feature.ts";
import { billedExpenses, refundedLater } from "./payers.ts";

/** Something somebody must do. */
export type OfficeTask = "ask-insurer" | "ask-new-insurance" | "complete-declaration" | "correct-claim";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** Care was given: the clerk enters the points and asks the patient's share. */
    readonly charge: {
      readonly visit: string;
      readonly points: number;
      readonly care: "outpatient" | "inpatient";
      /** Months within the last twelve in which the cap was reached. */
      readonly reachedBefore: number;
      /** OQSCD013 of the specific disease the care is for. */
      readonly disease?: DiseaseCertificate["category"];
    };
  }
  interface SubjectActs {
    /** What the patient pays at this visit; `capYen` is the limit of the month, left out where none was applied. */
    readonly charged: {
      readonly visit: string;
      readonly costYen: number;
      readonly ratio: ContributionRatio;
      readonly payYen: number;
      readonly flag?: string;
      readonly capYen?: number;
    };
    /** Something somebody must do was written down. */
    readonly "task-opened": {
      readonly task: OfficeTask;
      readonly visit?: string;
      readonly claim?: string;
    };
  }
}

/** Charge at the counter: ratio, monthly cap, and what stands in its way (eligibility-rules.md §4). */
export const charge: Feature = {
  handlers: handler("charge", function* (step, office) {
    const { care, points, disease } = step;
    const visit = office.visit(step.visit);
    const chart = chartOf(visit, office);
    const on = dateAt(office.clock.nowMs);
    const data = office.billing.share.get(visit.id);
    const ratio = data === undefined ? ratioWithoutAnswer(visit, on, office) : ratioOf(data, on);
    const costYen = points * 10;
    const account = office.billing.month(chart.id, on.slice(0, 6), `${care} ${disease ?? ""}`);
    account.costYen += costYen;
    const share = shareYen(costYen, ratio);
    const asked = askedOf(visit, { costYen, share }, office);
    const { reachedBefore } = step;
    const month = { on, care, costYen: account.costYen, reachedBefore, ...(disease && { disease }) };
    const found = data === undefined ? undefined : office.decisions.counterCap(data, month);
    if (found !== undefined) warn(visit, found, office);
    const capYen = found && limitYen(found);
    const payYen = capYen === undefined ? asked : Math.min(asked, Math.max(0, capYen - account.paidYen));
    account.paidYen += payYen;
    office.billing.care.push({
      visit: visit.id,
      chart: chart.id,
      on,
      points,
      shareYen: share,
      onFile: chart.insurance,
      publicExpenses: billedExpenses(visit.id, office).map(({ payerNumber, recipientNumber }) => ({
        payerNumber,
        recipientNumber,
      })),
      note: found?.assumed === false ? found.cap?.note : undefined,
    });
    office.tell({
      act: "charged",
      visit: visit.id,
      costYen,
      ratio,
      payYen,
      ...(found?.flag === undefined ? {} : { flag: found.flag }),
      ...(capYen === undefined ? {} : { capYen }),
    });
    yield* [];
  }),
  words: {
    charged: ({ visit, costYen, payYen, capYen }) => ({
      ja: `来院${visit}: 医療費${costYen}円、支払${payYen}円${capYen === undefined ? "" : `（月額上限${capYen}円）`}`,
      en: `visit ${visit}: cost ${costYen} yen, pays ${payYen}${capYen === undefined ? "" : ` (cap ${capYen})`}`,
    }),
    "task-opened": ({ task, visit, claim }) => ({
      ja: `作業を記録: ${task}（${visit ?? claim ?? ""}）`,
      en: `task kept: ${task} (${visit ?? claim ?? ""})`,
    }),
  },
  imported({ visit, answer, billable }, office) {
    const [result] = answer.results;
    if (billable && result !== undefined) office.billing.share.set(visit.id, shareDataOf(result));
  },
};

/** What is asked at the counter before any cap: the share, without an answer and where a refund comes later too. */
function askedOf({ id }: Visit, care: { readonly costYen: number; readonly share: number }, office: Office): number {
  const { decisions, billing } = office;
  const asked = billing.share.has(id) ? care.share : decisions.askedUnanswered(care, billing.proved.has(id));
  return refundedLater(id, office).length > 0 ? decisions.askedBeforeRefund(asked) : asked;
}

/** The chart of a visit; a new patient without an answer has none until care is given. */
export function chartOf(visit: Visit, { charts }: Office): Chart {
  const chart = charts.get(visit.chart ?? "") ?? charts.open(visit.person);
  visit.chart = chart.id;
  return chart;
}

/** Writes down what somebody must do. */
export function openTask(
  task: OfficeTask,
  about: { readonly visit?: string; readonly claim?: string },
  office: Office,
): void {
  if (office.decisions.opensTasks) office.tell({ act: "task-opened", task, ...about });
}

/** Contradictions stop the cap and go to the insurer; doubts and amounts not in our table are warnings of their own. */
function warn(visit: Visit, { contradiction, doubt, certainty }: CounterCap, office: Office): void {
  const { intake } = office;
  if (contradiction) {
    intake.alert("limit-contradiction", visit.id);
    openTask("ask-insurer", { visit: visit.id }, office);
  } else if (doubt !== "none") intake.alert("limit-doubt", visit.id);
  if (certainty !== "stated") intake.alert("cap-uncertain", visit.id);
}

/** The share the patient states in a declaration (requirements.md R3-21), else that of the age. */
function ratioWithoutAnswer({ id, person }: Visit, on: CivilDate, office: Office): ContributionRatio {
  const declared = office.billing.declared.get(id)?.ratio;
  const twoTenths = policyAt(on).lateElderlyTwoTenths;
  return declared ?? contributionRatio.decide({ birthdate: civilDate(person.birthdate), on, twoTenths }).result;
}
