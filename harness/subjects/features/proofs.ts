import type { ContributionRatio } from "../../../simulator/population/limit-class.ts";
import { type DeclarationItem, declaration, declarationItems } from "../../../simulator/rules/declaration.ts";
import type { FallbackProof, FallbackSituation, ProofRuling } from "../../../simulator/rules/fallback-proof.ts";
import { openTask } from "./charge.ts";
import { type Feature, handler } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The patient shows something in place of an online answer; the clerk asks the receipt system what it is worth. */
    readonly "judge-proof": {
      readonly visit: string;
      readonly situation: FallbackSituation;
      readonly proof: FallbackProof;
      readonly medicalAid: boolean;
    };
    /** The patient hands in a declaration, or says that nothing changed; the clerk types it. */
    readonly declare: {
      readonly visit: string;
      readonly items: Readonly<Partial<Record<DeclarationItem | "workplace", string>>>;
      readonly unchanged: boolean;
      /** The share the patient states. */
      readonly ratio?: ContributionRatio;
      /** The patient fled from a disaster without anything: such claims are filled in otherwise (eligibility-rules.md §9.1). */
      readonly disaster: boolean;
    };
  }
  interface SubjectActs {
    readonly "proof-judged": {
      readonly visit: string;
      readonly situation: FallbackSituation;
      readonly proof: FallbackProof;
      readonly ruling: ProofRuling;
    };
    /** Whether the declaration counts, and which items are missing. */
    readonly declared: {
      readonly visit: string;
      readonly form: "oral" | "written" | "incomplete";
      readonly missing: readonly DeclarationItem[];
    };
  }
}

const STANDS_IN: ReadonlySet<ProofRuling> = new Set<ProofRuling>(["accepted", "accepted-with-note"]);

/** What stands in for an online answer: proofs and the declaration (eligibility-rules.md §8). */
export const proofs: Feature = {
  handlers: {
    ...handler("judge-proof", function* ({ visit, situation, proof, medicalAid }, office) {
      office.visit(visit);
      const ruling = office.decisions.proofRuling({ situation, proof, medicalAid });
      if (STANDS_IN.has(ruling)) office.billing.proved.add(visit);
      office.tell({ act: "proof-judged", visit, situation, proof, ruling });
      yield* [];
    }),
    ...handler("declare", function* ({ visit: id, items, unchanged, ratio, disaster }, office) {
      const { chart } = office.visit(id);
      const filled = declarationItems.filter((item) => (items[item] ?? "") !== "");
      const known = chart !== undefined && office.charts.get(chart)?.insurance !== undefined;
      const form = declaration.decide({ filled, unchanged, known }).result;
      const missing = form === "incomplete" ? declarationItems.filter((item) => !filled.includes(item)) : [];
      if (form === "incomplete") openTask("complete-declaration", { visit: id }, office);
      else office.billing.declared.set(id, { items, disaster, ...(ratio === undefined ? {} : { ratio }) });
      office.tell({ act: "declared", visit: id, form, missing });
      yield* [];
    }),
  },
  words: {
    "proof-judged": ({ visit, situation, proof, ruling }) => ({
      ja: `来院${visit}: 提示物 ${proof}（${situation}）→ ${ruling}`,
      en: `visit ${visit}: ${proof} shown (${situation}): ${ruling}`,
    }),
    declared: ({ visit, form, missing }) => ({
      ja: `来院${visit}: 申立 ${form}${missing.length === 0 ? "" : `、不足 ${missing.join("・")}`}`,
      en: `visit ${visit}: declaration ${form}${missing.length === 0 ? "" : `, missing ${missing.join(", ")}`}`,
    }),
  },
};
