import type { FacilityConsentKind } from "../../simulator/population/facility.ts";
import type { ViewerRole } from "../../simulator/rules/medical-viewers.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** A user of the receipt system opens medical information of a visit's patient. */
    readonly "view-medical": {
      readonly visit: string;
      readonly kind: FacilityConsentKind;
      /** Left out: who is qualified there, a pharmacist at a pharmacy, a doctor elsewhere. */
      readonly role?: ViewerRole;
      readonly as?: "pdf";
      /** Months back from today; six when left out. */
      readonly months?: number;
    };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    /** Who opens medical information, and which. */
    readonly role?: ViewerRole;
    readonly kind?: FacilityConsentKind;
  }
}

const SIX_MONTHS = 6;
const qualified = (facility: string): ViewerRole => (facility === "pharmacy" ? "pharmacist" : "doctor");

export const viewMedical = stepRunner({
  step: "view-medical",
  title: { ja: "医療情報の閲覧", en: "medical information viewed" },
  *run({ visit, kind, role, as = "xml" as const, months = SIX_MONTHS }, { world, subject }) {
    yield* subject.act({ do: "view-medical", visit, kind, role: role ?? qualified(world.facility.kind), as, months });
  },
  keeps: ({ kind, role }, world) => ({ kind, role: role ?? qualified(world.facility.kind) }),
});
