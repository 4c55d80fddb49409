import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** Care is given and the patient asked for the share; `points` are ten yen each. */
    readonly charge: {
      readonly visit: string;
      readonly points: number;
      readonly inpatient?: true;
      /** Months within the last twelve in which the cap was reached; none when left out. */
      readonly reachedBefore?: number;
    };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    readonly points?: number;
    readonly care?: "outpatient" | "inpatient";
    readonly reachedBefore?: number;
  }
}

const careOf = ({ inpatient }: { readonly inpatient?: true }) =>
  inpatient === true ? ("inpatient" as const) : ("outpatient" as const);

export const charge = stepRunner({
  step: "charge",
  title: { ja: "診療と会計", en: "care and charge" },
  *run(step, { subject }) {
    const { visit, points, reachedBefore = 0 } = step;
    yield* subject.act({ do: "charge", visit, points, care: careOf(step), reachedBefore });
  },
  keeps: (step) => ({ points: step.points, care: careOf(step), reachedBefore: step.reachedBefore ?? 0 }),
});
