import { type FaceTry, scriptedFaces } from "../devices/readers/face-gate.ts";
import type { PatientAtReader } from "../devices/readers/patient.ts";
import type { ScreenView, Touch } from "../devices/readers/screens.ts";
import type { Clock } from "../simulator/kernel/clock.ts";
import { type Process, ready, sleep } from "../simulator/kernel/process.ts";
import type { Rng } from "../simulator/kernel/rng.ts";
import type { CheckIn } from "./scenario.ts";
import type { Actor } from "./stage.ts";
import type { World } from "./world.ts";

/** How long a person takes to answer a screen. */
const ANSWER_MS = 1_500;

/** A patient who does what the script says, one answer a screen; and the staff who help. */
export function scriptedPatient(script: CheckIn, actor: Actor, world: World): PatientAtReader {
  const { clock } = world;
  const answers = new Answers(script, actor, world);
  const leavesCard = cardLeaver(script, clock);
  const faces = facesOf(script, world);
  let looks = 0;
  let gone = false;
  return {
    *touch(view): Process<Touch | undefined> {
      if (view.screen === "S09") return yield* leavesCard();
      gone ||= view.screen === script.walksAwayAt;
      const noFace = view.screen === "S03a" && faces(looks++) === undefined;
      if (gone || noFace) yield () => () => undefined; // nobody does anything: the screen runs out of time
      yield* sleep(clock, ANSWER_MS);
      return answers.to(view);
    },
    face: (attempt) => ready(faces(attempt)),
  };
}

/** What comes before the camera, try by try; undefined when nothing does in time. */
function facesOf(
  { persona, face = "normal", faceScores }: CheckIn,
  world: World,
): (attempt: number) => FaceTry | undefined {
  return faceScores === undefined ? () => world.liveFace(persona, face) : scriptedFaces(faceScores);
}

/** Takes the card some time after it was given back for the first time, however often the reader asks. */
function cardLeaver({ leavesCardMs = ANSWER_MS }: CheckIn, clock: Clock): () => Process<Touch> {
  let takenAtMs: number | undefined;
  return function* () {
    takenAtMs ??= clock.nowMs + leavesCardMs;
    yield* sleep(clock, Math.max(0, takenAtMs - clock.nowMs));
    return { kind: "took-card" };
  };
}

/** What is answered to a screen. */
class Answers {
  readonly #script: CheckIn;
  readonly #actor: Actor;
  readonly #passcode: string;
  readonly #chance: Rng;
  readonly #methods: CheckIn["methods"][number][];
  #wrongPins: number;
  #wrongPasscodes: number;

  constructor(script: CheckIn, actor: Actor, { passcode, rng, clock }: World) {
    this.#script = script;
    this.#actor = actor;
    this.#passcode = passcode ?? "";
    this.#chance = rng.fork(`patient/${actor.id}/${clock.nowMs}`);
    this.#methods = [...script.methods];
    this.#wrongPins = script.wrongPins ?? 0;
    this.#wrongPasscodes = script.wrongPasscodes ?? 0;
  }

  to(view: ScreenView): Touch | undefined {
    switch (view.screen) {
      case "S00":
        return this.#methods[0] === "phone" ? this.#choose() : undefined;
      case "S02":
        return this.#choose();
      case "S03a":
        return { kind: "looked" };
      case "S03b":
        return { kind: "typed", digits: this.#pin() };
      case "S03c":
        return view.phones === undefined ? { kind: "held-phone" } : this.#choosePhone();
      case "S03d":
        return view.asksPasscode === true ? { kind: "typed", digits: this.#typedPasscode() } : { kind: "confirmed" };
      case "S04":
        return { kind: this.#script.notMe === true ? "not-me" : "confirmed" };
      case "S05":
      case "S06":
      case "S06s":
        return { kind: "answered", consents: this.#consents(view) };
      case "S07":
        return { kind: "prescription", select: this.#prescription() };
      default:
        return { kind: "confirmed" };
    }
  }

  #choose(): Touch | undefined {
    const method = this.#methods.shift();
    return method === undefined ? undefined : { kind: "chose", method };
  }

  #choosePhone(): Touch {
    return { kind: "chose-phone", phone: this.#actor.card.carrier === "iphone" ? "iphone" : "android" };
  }

  #pin(): string {
    return this.#wrongPins-- > 0 ? lastDigitOneUp(this.#actor.pin) : this.#actor.pin;
  }

  #typedPasscode(): string {
    return this.#wrongPasscodes-- > 0 ? lastDigitOneUp(this.#passcode) : this.#passcode;
  }

  #consents({ asks = [] }: ScreenView) {
    const { consents } = this.#script;
    const agrees = (kind: (typeof asks)[number]): boolean =>
      consents === "by-chance" ? this.#chance.below(2) === 1 : consents.includes(kind);
    return Object.fromEntries(asks.map((kind) => [kind, agrees(kind)]));
  }

  #prescription(): "1" | "2" | undefined {
    const { consents, prescription } = this.#script;
    return consents === "by-chance" ? this.#chance.pick(["1", "2"] as const) : prescription;
  }
}

/** Digits that are not those: neither the PIN nor the passcode. */
function lastDigitOneUp(digits: string): string {
  return digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
}
