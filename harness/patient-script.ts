import type { PatientAtReader } from "../devices/readers/patient.ts";
import type { ScreenView, Touch } from "../devices/readers/screens.ts";
import { type Process, sleep } from "../simulator/kernel/process.ts";
import type { CheckIn } from "./scenario.ts";
import type { Actor } from "./stage.ts";
import type { World } from "./world.ts";

/** How long a person takes to answer a screen. */
const ANSWER_MS = 1_500;

/** A patient who does what the script says, one answer a screen. */
export function scriptedPatient(script: CheckIn, actor: Actor, world: World): PatientAtReader {
  const methods = [...script.methods];
  let wrongPins = script.wrongPins ?? 0;
  const pin = (): string => (wrongPins-- > 0 ? wrongPinFor(actor.pin) : actor.pin);

  const answer = (view: ScreenView): Touch | undefined => {
    switch (view.screen) {
      case "S02": {
        const method = methods.shift();
        return method === undefined ? undefined : { kind: "chose", method };
      }
      case "S03a":
        return { kind: "looked" };
      case "S03b":
        return { kind: "typed", digits: pin() };
      case "S05":
      case "S06":
        return {
          kind: "answered",
          consents: Object.fromEntries((view.asks ?? []).map((kind) => [kind, script.consents.includes(kind)])),
        };
      case "S07":
        return { kind: "prescription", select: script.prescription };
      case "S09":
        return { kind: "took-card" };
      default:
        return { kind: "confirmed" };
    }
  };
  return {
    *touch(view): Process<Touch | undefined> {
      yield* sleep(world.clock, ANSWER_MS);
      return answer(view);
    },
    face: () => world.liveFace(script.persona, script.face ?? "normal"),
  };
}

/** Four digits that are not the PIN. */
function wrongPinFor(pin: string): string {
  return pin.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
}
