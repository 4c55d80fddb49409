import { type Process, sleep } from "../../simulator/kernel/process.ts";
import type { Recognised } from "../terminal/ports.ts";
import { confirmByPhone } from "./by-phone.ts";
import type { CardAccess } from "./card-access.ts";
import { type CardFindings, inspectCard } from "./card-inspection.ts";
import { askConsents } from "./consents.ts";
import { Counter, type SessionParts, type View } from "./counter.ts";
import { FaceCheck } from "./face-check.ts";
import type { ReaderMessageCode } from "./messages.ts";
import { type Confirmation, ended, messageOf, type SessionOutcome } from "./outcome.ts";
import type { PatientAtReader } from "./patient.ts";
import type { ConfirmationMethod } from "./profile.ts";
import type { Touch } from "./screens.ts";
import { type CardMethod, confirmBy } from "./ways.ts";

/** A reader is back some time after its power is (ours). */
const BOOT_MS = 20_000;
/** While a forgotten card lies there the alarm is shown anew once a minute; after an hour somebody has come (ours). */
const ALARM_MS = 60_000;
const MOST_ALARMS = 60;

/**
 * One patient at one reader, screens S00 to S09 (readers-and-line.md §5). The only place that decides what comes next;
 * everything it calls takes a value and returns one. Nothing of a patient outlives the call (requirements.md X-10),
 * unless the reader's decisions are broken ones.
 */
export function* readerSession(patient: PatientAtReader, parts: SessionParts): Process<SessionOutcome> {
  const counter = new Counter(patient, parts);
  const outcome = yield* counter.whilePowered(oneSession(counter));
  parts.memory.leftovers = { ...counter.kept, ...parts.decisions.keeps(counter.chosen) };
  return outcome ?? (yield* afterPowerCut(counter));
}

/** S00: out of service, or ready for a card, and for a phone where one can be read. */
function* oneSession(counter: Counter): Process<SessionOutcome> {
  const { card, phone, paired, decisions, profile } = counter.parts;
  // With a face reader there, the general one beside it reads phones for it and nothing else (readers-and-line.md §1).
  if (paired === true && !decisions.pairedTakesCards) return yield* outOfService(counter, "SIM-019");
  const terminalThere = !decisions.looksForTerminal || (yield* counter.terminalAnswers());
  if (!terminalThere || counter.kept.linkLost === true) return yield* outOfService(counter, "SIM-040");
  if (phone === undefined) {
    yield* counter.show({ screen: "S00" });
    return yield* withCard(counter, card);
  }
  const touch = yield* counter.show({ screen: "S00", offers: ["phone"] }, profile.choiceMs);
  const byPhone = touch?.kind === "chose" && touch.method === "phone";
  return byPhone ? yield* withPhone(counter, phone) : yield* withCard(counter, card);
}

function* outOfService(counter: Counter, message: ReaderMessageCode): Process<SessionOutcome> {
  yield* counter.show({ screen: "S90", message });
  return ended(message);
}

function* withPhone(counter: Counter, phone: CardAccess): Process<SessionOutcome> {
  const confirmation = yield* confirmByPhone(counter, phone);
  const outcome =
    typeof confirmation === "string" ? ended(confirmation) : yield* continueWith(counter, "phone", confirmation);
  yield* counter.show(lastScreen(outcome));
  return outcome;
}

function* withCard(counter: Counter, card: CardAccess): Process<SessionOutcome> {
  const felt = counter.parts.decisions.feelsCard(yield* card.insert());
  const outcome = felt ? yield* confirmPerson(counter) : ended("001");
  yield* handBack(counter, outcome);
  return outcome;
}

/** S01 and S02: what lies there, and how the patient wants to be confirmed. */
function* confirmPerson(counter: Counter): Process<SessionOutcome> {
  const { card, profile, decisions } = counter.parts;
  const findings = yield* readCard(counter);
  if (findings.kind !== "my-number-card") return ended(decisions.cardMessages[findings.kind]);
  for (const command of decisions.alsoSends) yield* counter.card.transmit(command);
  yield* counter.show({ screen: "S01" });
  const face = new FaceCheck(counter.card, card.front, counter.parts);
  let offers = profile.methods.filter(
    (method): method is CardMethod =>
      method !== "phone" && (method !== "pin" || decisions.offersPin(findings.pinTriesLeft)),
  );
  let problem: ReaderMessageCode = "SIM-004"; // without any offer: nothing but a PIN was possible, and it is locked
  for (let asked = 0; offers.length > 0 && asked < profile.methods.length; asked++) {
    const kept = asked === 0 ? offers.find((method) => method === counter.kept.method) : undefined;
    const method = kept ?? (yield* chooseMethod(counter, offers));
    if (method === undefined) return ended("SIM-008");
    counter.chosen = { ...counter.chosen, method };
    const confirmation = yield* confirmBy(method, counter, { findings, face });
    if (typeof confirmation !== "string") return yield* continueWith(counter, method, confirmation);
    if (confirmation === "SIM-008") return ended("SIM-008"); // nobody is there to choose another way
    // No other way helps where no card answers.
    if (counter.card.silenced && decisions.endsInSilence) return ended("SIM-005");
    problem = confirmation;
    yield* counter.show({ screen: "S02", message: problem });
    if (decisions.closesFailedWay) offers = offers.filter((other) => other !== method);
  }
  return ended(problem);
}

/** What lies there; a card that cannot be read gets power anew and is read again, a few times. */
function* readCard(counter: Counter): Process<CardFindings> {
  let findings = yield* inspectCard(counter.card);
  for (let tries = 1; findings.kind === "unreadable" && tries < counter.parts.decisions.readTries; tries++) {
    if (!(yield* counter.card.wake())) break;
    findings = yield* inspectCard(counter.card);
  }
  return findings;
}

function* chooseMethod(counter: Counter, offers: readonly CardMethod[]): Process<CardMethod | undefined> {
  const touch = yield* counter.show({ screen: "S02", offers }, counter.parts.profile.choiceMs);
  return offers.find((offered) => touch?.kind === "chose" && touch.method === offered);
}

/** S04 to S08: name, registration, consents; then the terminal writes the face file. */
function* continueWith(
  counter: Counter,
  method: ConfirmationMethod,
  recognition: Confirmation,
): Process<SessionOutcome> {
  if (recognition.kind !== "recognised") return ended(messageOf(recognition, counter.card.silenced));
  const { profile, terminal, decisions, clock, card } = counter.parts;
  const own = { nowMs: clock.nowMs, cardEnds: card.front?.expiry };
  const standing = decisions.standing(recognition.certificate, own);
  if (standing === "refused") return ended("006");
  const obstacle = yield* register(counter, recognition);
  if (obstacle !== undefined) return ended(obstacle);
  const objection = objectionIn(
    yield* counter.show({ screen: "S04", name: recognition.name }, profile.consentMs),
    counter,
  );
  if (objection !== undefined) return ended(objection);
  const consents = yield* askConsents(counter, recognition.asks, standing);
  if (consents === undefined) return ended("SIM-008");
  const issue = yield* counter.show({ screen: "S07" }, profile.consentMs);
  if (issue === undefined && decisions.endsUnanswered) return ended("SIM-008");
  const prescription = issue?.kind === "prescription" ? issue.select : undefined;
  // Where the notice about the certificate stands among the screens is ours (readers-and-line.md §4, §5).
  const notice = { valid: undefined, "near-end": "SIM-W1", grace: "SIM-W2" } as const;
  const message = notice[standing];
  if (message !== undefined) {
    const read = yield* counter.show({ screen: "S08", message }, profile.consentMs);
    if (read === undefined && decisions.endsUnanswered) return ended("SIM-008");
  }
  const choices = { consents, ...(prescription === undefined ? {} : { prescription }) };
  const conclude = () => counter.call("conclude", terminal.conclude(counter.card, recognition, choices));
  let conclusion = yield* conclude();
  if (conclusion.kind === "link-lost" && decisions.concludesAgain) conclusion = yield* conclude();
  if (conclusion.kind !== "written") return ended(messageOf(conclusion, counter.card.silenced));
  return { kind: "done", method, file: conclusion.name };
}

/** First registration where there was none (readers-and-line.md §5.3); a message code when it did not come about. */
function* register(counter: Counter, patient: Recognised): Process<ReaderMessageCode | undefined> {
  if (patient.registered) return undefined;
  const { terminal, decisions } = counter.parts;
  const registration = yield* counter.call("registerFirst", terminal.registerFirst(counter.card, patient));
  if (registration.kind === "unreachable" || registration.kind === "link-lost")
    return messageOf(registration, counter.card.silenced);
  return registration.kind === "registered" ? undefined : decisions.registrationMessages[registration.kind];
}

/** Why a name that was shown ends the session, if it does. */
function objectionIn(touch: Touch | undefined, { parts: { decisions } }: Counter): ReaderMessageCode | undefined {
  switch (touch?.kind) {
    case "confirmed":
      return undefined;
    case "not-me":
      return decisions.endsAtNotMe ? "SIM-016" : undefined;
    case undefined:
      return decisions.endsUnanswered ? "SIM-008" : undefined;
    default:
      return "SIM-008";
  }
}

const lastScreen = (outcome: SessionOutcome): View => ({
  screen: "S09",
  ...(outcome.kind === "ended" ? { message: outcome.message } : {}),
});

/** S09: the session lasts until the card is taken, with an alarm once the profile's time is over. */
function* handBack(counter: Counter, outcome: SessionOutcome): Process<void> {
  const { card, profile, decisions } = counter.parts;
  let view = lastScreen(outcome);
  if (!decisions.waitsForRemoval) {
    yield* counter.show(view);
    return;
  }
  for (let alarms = 0; alarms <= MOST_ALARMS; alarms++) {
    const touch = yield* counter.show(view, alarms === 0 ? profile.removalMs : ALARM_MS);
    if (touch?.kind === "took-card") return yield* card.remove();
    view = { screen: "S09", message: "SIM-014" };
  }
  yield* card.remove();
}

/** Whatever lay there is taken out of the dead reader; then it boots, and shows nothing of what was there before. */
function* afterPowerCut(counter: Counter): Process<SessionOutcome> {
  const { card, phone, clock, decisions } = counter.parts;
  const before = counter.shown;
  yield* card.remove();
  if (phone !== undefined) yield* phone.remove();
  yield* sleep(clock, BOOT_MS);
  yield* counter.show(decisions.bootScreen(before));
  return { kind: "power-lost" };
}
