import type { FaceTry } from "../../devices/readers/face-gate.ts";
import type { PatientAtReader } from "../../devices/readers/patient.ts";
import type { ScreenView, Touch } from "../../devices/readers/screens.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { ready, sleep } from "../../simulator/kernel/process.ts";

/** How long a person takes to answer a screen (ours). */
const ANSWER_MS = 1_500;

/** Somebody with nothing to object: by face where it is offered, consents to all. */
export interface WillingPatientParts {
  readonly clock: Clock;
  readonly pin: string;
  /** What the camera sees of them; undefined for a card whose holder nobody has drawn. */
  readonly face: FaceTry | undefined;
}

/** A patient who does what each screen asks for, one session after another. Never holds a phone, knows no passcode. */
export function willingPatient({ clock, pin, face }: WillingPatientParts): PatientAtReader {
  return {
    *touch(view) {
      yield* sleep(clock, ANSWER_MS);
      return answerTo(view, pin);
    },
    face: () => ready(face),
  };
}

function answerTo({ screen, offers = [], asks = [], asksPasscode }: ScreenView, pin: string): Touch | undefined {
  switch (screen) {
    case "S02": {
      const method = offers.find((offered) => offered === "face") ?? offers[0];
      return method && { kind: "chose", method };
    }
    case "S03a":
      return { kind: "looked" };
    case "S03b":
      return { kind: "typed", digits: pin };
    case "S05":
    case "S06":
    case "S06s":
      return { kind: "answered", consents: Object.fromEntries(asks.map((kind) => [kind, true])) };
    case "S07":
      return { kind: "prescription", select: "1" };
    case "S09":
      return { kind: "took-card" };
    case "S00":
    case "S03c":
      return undefined;
    default:
      return asksPasscode ? undefined : { kind: "confirmed" };
  }
}
