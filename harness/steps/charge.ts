import { type StepOf, stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** Care is given and the patient asked for the share; `points` are ten yen each. */
    readonly charge: {
      readonly visit: string;
      readonly points: number;
      readonly inpatient?: true;
      /** Months within the last twelve in which the cap was reached; none when left out. */
      readonly reachedBefore?: number;
      /** OQSCD013 of the specific disease the care is for. */
      readonly disease?: "1" | "2" | "3";
    };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    readonly points?: number;
    readonly care?: "outpatient" | "inpatient";
    readonly reachedBefore?: number;
    readonly disease?: "1" | "2" | "3";
  }
}

function detailsOf({ points, inpatient, reachedBefore = 0, disease }: StepOf<"charge">) {
  const care = inpatient === true ? ("inpatient" as const) : ("outpatient" as const);
  return { points, care, reachedBefore, ...(disease === undefined ? {} : { disease }) };
}

export const charge = stepRunner({
  step: "charge",
  title: { ja: "診療と会計", en: "care and charge" },
  *run(step, { subject }) {
    yield* subject.act({ do: "charge", visit: step.visit, ...detailsOf(step) });
  },
  keeps: detailsOf,
});
