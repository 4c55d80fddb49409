import type { Process } from "../../simulator/kernel/process.ts";
import type { MyNumberCard } from "./card-inspection.ts";
import type { Counter, View } from "./counter.ts";
import type { FaceCheck } from "./face-check.ts";
import { faceMessages } from "./face-messages.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { Confirmation } from "./outcome.ts";
import { pinTyped } from "./pin-pad.ts";
import type { ConfirmationMethod } from "./profile.ts";

/** Ways to confirm whoever laid a card down. */
export type CardMethod = Exclude<ConfirmationMethod, "phone">;

/** What a way works with. */
interface Ways {
  readonly findings: MyNumberCard;
  readonly face: FaceCheck;
}

/** How often the staff may mistype the facility's passcode (ours). */
const PASSCODE_TRIES = 3;

/** S03: face, PIN or the eyes of the staff; a message code when another way must be tried. */
export function* confirmBy(
  method: CardMethod,
  counter: Counter,
  { findings, face }: Ways,
): Process<Confirmation | ReaderMessageCode> {
  switch (method) {
    case "pin":
      return yield* byPin(counter, findings.pinTriesLeft);
    case "visual":
      return yield* byStaff(counter);
    case "face":
      return yield* byFace(counter, face);
  }
}

/** S03a: with a photo from the chip, as many faces as the profile allows. */
function* byFace(counter: Counter, face: FaceCheck): Process<Confirmation | ReaderMessageCode> {
  const { profile, decisions } = counter.parts;
  const problem = yield* face.prepare();
  if (problem !== undefined) return problem;
  const tries = decisions.faceTries(profile.face.tries);
  let view: View = { screen: "S03a" };
  for (let attempt = 0; attempt < tries; attempt++) {
    const touch = yield* counter.show(view, profile.face.tryMs);
    const seen = touch?.kind === "looked" ? yield* counter.patient.face(attempt) : undefined;
    const decision = yield* face.decide(seen, attempt);
    if (decision === "accepted") return yield* afterFace(counter, face);
    view = { screen: "S03a", message: faceMessages[decision] };
  }
  return view.message ?? "SIM-007";
}

function* afterFace(counter: Counter, face: FaceCheck): Process<Confirmation> {
  const confirmation = yield* withoutPin(counter);
  if (confirmation.kind !== "recognised" || (yield* face.isSameCard())) return confirmation;
  return { kind: "another-card" };
}

/** S03b: the card counts the tries; the reader only forwards what is typed, and never asks more often than that. */
function* byPin(counter: Counter, triesLeft: number): Process<Confirmation | ReaderMessageCode> {
  const { profile, terminal, decisions } = counter.parts;
  let left = triesLeft;
  for (let typed = 0; typed < triesLeft && left > 0; typed++) {
    const view: View = { screen: "S03b", triesLeft: decisions.triesShown(left, typed) };
    const pin = pinTyped(yield* counter.show(view, profile.pinMs));
    if (pin === undefined) return "SIM-008";
    const result = yield* counter.call("confirmWithPin", terminal.confirmWithPin(counter.card, pin));
    if (result.kind !== "pin-wrong") return result.kind === "pin-locked" ? "SIM-004" : result;
    left = result.triesLeft;
    const shown = decisions.triesShown(left, typed + 1);
    yield* counter.show({ screen: "S03b", message: left > 0 ? "SIM-003" : "SIM-004", triesLeft: shown });
  }
  return "SIM-004";
}

/** S03d: the staff look at card and face; where the reader asks for the facility's passcode, that comes first. */
function* byStaff(counter: Counter): Process<Confirmation | ReaderMessageCode> {
  const { profile, passcode } = counter.parts;
  if (passcode !== undefined) {
    const problem = yield* askPasscode(counter, passcode);
    return problem ?? (yield* withoutPin(counter));
  }
  const touch = yield* counter.show({ screen: "S03d" }, profile.choiceMs);
  return touch?.kind === "confirmed" ? yield* withoutPin(counter) : "SIM-008";
}

function* askPasscode(counter: Counter, passcode: string): Process<ReaderMessageCode | undefined> {
  const { profile, decisions } = counter.parts;
  for (let typed = 0; typed < PASSCODE_TRIES; typed++) {
    const touch = yield* counter.show({ screen: "S03d", asksPasscode: true }, profile.choiceMs);
    if (touch?.kind !== "typed") return "SIM-008";
    if (decisions.passcodeOpens(touch.digits, passcode)) return undefined;
    yield* counter.show({ screen: "S03d", message: "SIM-013" });
  }
  return "SIM-013";
}

function* withoutPin(counter: Counter): Process<Confirmation> {
  return yield* counter.call("confirmWithoutPin", counter.parts.terminal.confirmWithoutPin(counter.card));
}
