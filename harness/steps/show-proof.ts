import type { FallbackProof, FallbackSituation } from "../../simulator/rules/fallback-proof.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The patient shows something in place of an online answer. */
    readonly "show-proof": {
      readonly visit: string;
      readonly situation: FallbackSituation;
      readonly proof: FallbackProof;
      /** The patient is known to receive medical aid 医療扶助. */
      readonly medicalAid?: true;
    };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    readonly situation?: FallbackSituation;
    readonly shown?: FallbackProof;
    readonly medicalAid?: boolean;
  }
}

export const showProof = stepRunner({
  step: "show-proof",
  title: { ja: "代替書類の提示", en: "a proof in place of an answer" },
  *run({ visit, situation, proof, medicalAid = false }, { subject }) {
    yield* subject.act({ do: "judge-proof", visit, situation, proof, medicalAid });
  },
  keeps: ({ situation, proof, medicalAid = false }) => ({ situation, shown: proof, medicalAid }),
});
