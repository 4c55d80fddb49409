import type { Trace } from "../../simulator/kernel/trace.ts";
import { muhvq02 } from "../../simulator/messages/kinds/muhvq02.ts";
import { muonq02 } from "../../simulator/messages/kinds/muonq02.ts";
import { type ConsentFlags, consentsIn } from "./medical-files.ts";
import { personAt, resultsOf, stepsOf } from "./reading.ts";

/** What a fetch said of a patient's consent to visits at home or online. */
export interface AfarConsent {
  readonly seq: number;
  /** Eligible, and the consent has not ended. */
  readonly stands: boolean;
  readonly flags: ConsentFlags;
}

/** OQSCD016 of a consent that has ended. */
const ENDED = "2";

/** What the last fetch before a moment brought about the patient of a visit; undefined when it did not name them. */
export function afarConsentBefore(trace: Trace, visit: string | undefined, seq: number): AfarConsent | undefined {
  const fetch = stepsOf(trace, "fetch-consented").findLast((step) => step.seq < seq);
  const person = visit === undefined ? undefined : personAt(trace, visit);
  if (fetch === undefined || person === undefined) return undefined;
  return [muhvq02, muonq02]
    .flatMap((kind) => resultsOf(trace, kind))
    .filter((result) => result.seq > fetch.seq && result.seq < seq)
    .flatMap((result) =>
      result.record.MessageBody.BulkConfirmUnit.flatMap((unit) => {
        const [row] = unit.ResultOfQualificationConfirmation;
        if (row === undefined || row.Name !== person.name || row.Birthdate !== person.birthdate) return [];
        const stands = unit.QualificationValidity === "1" && row.PharmacistsInfoConsFlg !== ENDED;
        return [{ seq: result.seq, stands, flags: consentsIn(row) }];
      }),
    )
    .at(-1);
}
