import type { Process } from "../../simulator/kernel/process.ts";
import type { Card } from "../cards/card.ts";
import type { ConsentKind, Recognised, Recognition, Unreachable } from "../terminal/ports.ts";
import { inspectCard, type MyNumberCard } from "./card-inspection.ts";
import { Counter, type SessionParts } from "./counter.ts";
import { FaceCheck } from "./face-check.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { PatientAtReader } from "./patient.ts";
import type { ConfirmationMethod } from "./profile.ts";

/** How a session ended. Only `done` leaves a face file behind. */
export type SessionOutcome =
  | { readonly kind: "done"; readonly method: ConfirmationMethod; readonly file: string }
  | { readonly kind: "ended"; readonly message: ReaderMessageCode };

/** What signed is not the card whose photo was compared: somebody swapped them. */
interface AnotherCard {
  readonly kind: "another-card";
}

const FOUR_DIGITS = /^\d{4}$/;

/**
 * One patient at one reader, screens S00 to S09 (readers-and-line.md §5). The only place that decides what comes next;
 * everything it calls takes a value and returns one. Nothing of a patient outlives the call (requirements.md X-10).
 */
export function* readerSession(card: Card, patient: PatientAtReader, parts: SessionParts): Process<SessionOutcome> {
  const { reader, strand } = parts;
  const counter = new Counter(card, patient, parts);
  yield* counter.show({ screen: "S00" });
  const field = yield* strand.cross("card.field", { reader, change: "inserted", atr: card.powerOn() });
  const outcome = field.delivered[0]?.atr === undefined ? ended("001") : yield* confirmPerson(counter);
  yield* counter.show(
    { screen: "S09", ...(outcome.kind === "ended" ? { message: outcome.message } : {}) },
    parts.profile.removalMs,
  );
  counter.powerOff();
  yield* strand.cross("card.field", { reader, change: "removed", atr: undefined });
  return outcome;
}

/** S01 and S02: what lies there, and how the patient wants to be confirmed. */
function* confirmPerson(counter: Counter): Process<SessionOutcome> {
  const { profile } = counter.parts;
  const findings = yield* inspectCard(counter.channel);
  if (findings.kind === "unreadable") return ended("001");
  if (findings.kind === "other-card") return ended("002");
  yield* counter.show({ screen: "S01" });
  const face = new FaceCheck(counter.channel, counter.card.front, counter.parts);
  let offers = profile.methods.filter((method) => method !== "pin" || findings.pinTriesLeft > 0);
  let problem: ReaderMessageCode = "SIM-004"; // without any offer: nothing but a PIN was possible, and it is locked
  while (offers.length > 0) {
    const touch = yield* counter.show({ screen: "S02", offers }, profile.choiceMs);
    if (touch?.kind !== "chose" || !offers.includes(touch.method)) return ended("SIM-008");
    const { method } = touch;
    const recognition = yield* recognise(counter, method, findings, face);
    if (typeof recognition !== "string") return yield* continueWith(counter, method, recognition);
    if (counter.silenced) return ended("SIM-005"); // no other way helps where no card answers
    problem = recognition;
    yield* counter.show({ screen: "S02", message: problem });
    offers = offers.filter((other) => other !== method);
  }
  return ended(problem);
}

/** S03: face, PIN or the eyes of the staff; a message code when another way must be tried. */
function* recognise(
  counter: Counter,
  method: ConfirmationMethod,
  findings: MyNumberCard,
  face: FaceCheck,
): Process<Recognition | AnotherCard | ReaderMessageCode> {
  const { profile, terminal } = counter.parts;
  if (method === "pin") return yield* recogniseByPin(counter, findings.pinTriesLeft);
  if (method === "visual") {
    const touch = yield* counter.show({ screen: "S03d" }, profile.choiceMs);
    if (touch?.kind !== "confirmed") return "SIM-008";
    return yield* counter.call("confirmWithoutPin", terminal.confirmWithoutPin(counter.channel));
  }
  const problem = yield* face.prepare();
  if (problem !== undefined) return problem;
  for (let attempt = 0; attempt < profile.face.tries; attempt++) {
    const touch = yield* counter.show({ screen: "S03a" }, profile.face.tryMs);
    if (touch?.kind !== "looked") continue;
    if (yield* face.matches(counter.patient.face(attempt), attempt)) {
      const recognition = yield* counter.call("confirmWithoutPin", terminal.confirmWithoutPin(counter.channel));
      if (recognition.kind !== "recognised" || (yield* face.isSameCard())) return recognition;
      return { kind: "another-card" };
    }
  }
  return "SIM-007";
}

/** S03b: the card counts the tries; the reader only forwards what is typed, and never asks more often than that. */
function* recogniseByPin(counter: Counter, triesLeft: number): Process<Recognition | ReaderMessageCode> {
  const { profile, terminal } = counter.parts;
  let left = triesLeft;
  for (let asked = 0; asked < triesLeft && left > 0; asked++) {
    const touch = yield* counter.show({ screen: "S03b", triesLeft: left }, profile.pinMs);
    // Without four digits the pad lets nothing through: an empty VERIFY would only ask for the tries left.
    if (touch?.kind !== "typed" || !FOUR_DIGITS.test(touch.digits)) return "SIM-008";
    const result = yield* counter.call("confirmWithPin", terminal.confirmWithPin(counter.channel, touch.digits));
    if (result.kind !== "pin-wrong") return result.kind === "pin-locked" ? "SIM-004" : result;
    left = result.triesLeft;
    yield* counter.show({ screen: "S03b", message: left > 0 ? "SIM-003" : "SIM-004", triesLeft: left });
  }
  return "SIM-004";
}

/** S04 to S08: name, registration, consents; then the terminal writes the face file. */
function* continueWith(
  counter: Counter,
  method: ConfirmationMethod,
  recognition: Recognition | AnotherCard,
): Process<SessionOutcome> {
  if (recognition.kind !== "recognised") return ended(messageOf(recognition, counter));
  const { profile, terminal } = counter.parts;
  if (!recognition.registered) {
    const registration = yield* counter.call("registerFirst", terminal.registerFirst(counter.channel, recognition));
    if (registration.kind === "unreachable") return ended(messageOf(registration, counter));
    if (registration.kind !== "registered") return ended(registration.kind === "pending" ? "SIM-031" : "SIM-030");
  }
  const shown = yield* counter.show({ screen: "S04", name: recognition.name }, profile.consentMs);
  if (shown?.kind !== "confirmed") return ended("SIM-008");
  const consents = yield* askConsents(counter, recognition);
  if (consents === undefined) return ended("SIM-008");
  const issue = yield* counter.show({ screen: "S07" }, profile.consentMs);
  const prescription = issue?.kind === "prescription" ? issue.select : undefined;
  // Where the notice about the certificate stands among the screens is ours (readers-and-line.md §4, §5).
  const notice = { valid: undefined, "near-end": "SIM-W1", grace: "SIM-W2" } as const;
  const message = notice[recognition.certificate];
  if (message !== undefined) yield* counter.show({ screen: "S08", message }, profile.consentMs);
  const conclusion = yield* counter.call(
    "conclude",
    terminal.conclude(counter.channel, recognition, {
      consents,
      ...(prescription === undefined ? {} : { prescription }),
    }),
  );
  if (conclusion.kind !== "written") return ended(messageOf(conclusion, counter));
  return { kind: "done", method, file: conclusion.name };
}

/** S05 and S06 as the day's policy has them; undefined when the patient left without an answer. */
function* askConsents(
  counter: Counter,
  { asks, certificate }: Recognised,
): Process<Partial<Record<ConsentKind, boolean>> | undefined> {
  const { policy, profile } = counter.parts;
  const medical = certificate === "grace" ? [] : asks.filter((kind) => kind !== "limit" && kind !== "disease");
  const certificates = asks.filter((kind) => kind === "disease" || (kind === "limit" && policy.limitScreenAsked));
  const given: Partial<Record<ConsentKind, boolean>> = {};
  for (const [screen, kinds] of [
    ["S05", medical],
    ["S06", certificates],
  ] as const) {
    if (kinds.length === 0) continue;
    // Before bundled consent each kind had a screen of its own.
    const bundled = screen === "S05" && policy.bundledConsent;
    for (const group of bundled ? [kinds] : kinds.map((kind) => [kind])) {
      const touch = yield* counter.show({ screen, asks: group, bundled }, profile.consentMs);
      if (touch?.kind !== "answered") return undefined;
      for (const kind of group) given[kind] = touch.consents[kind] ?? false;
    }
  }
  return given;
}

function ended(message: ReaderMessageCode): SessionOutcome {
  return { kind: "ended", message };
}

function messageOf(
  result: Exclude<Recognition, Recognised> | AnotherCard | Unreachable,
  { silenced }: Counter,
): ReaderMessageCode {
  switch (result.kind) {
    case "certificate-refused":
      return "006";
    case "person-refused":
      return "SIM-025";
    case "card-failed":
      // A damaged chip that answers is one that cannot be read, again and again (readers-and-line.md §15 RF-04).
      return silenced ? "SIM-005" : "001";
    case "another-card":
      return silenced ? "SIM-005" : "SIM-026";
    case "pin-wrong":
    case "pin-locked":
      return "SIM-004";
    case "unreachable":
      return UNREACHABLE[result.why];
  }
}

const UNREACHABLE: Readonly<Record<Unreachable["why"], ReaderMessageCode>> = {
  line: "SIM-020",
  "no-answer": "SIM-020",
  "line-authentication": "SIM-021",
  "terminal-certificate": "SIM-022",
  "centre-error": "SIM-024",
};
