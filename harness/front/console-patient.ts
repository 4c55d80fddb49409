import type { FaceTry } from "../../devices/readers/face-gate.ts";
import type { PatientAtReader } from "../../devices/readers/patient.ts";
import type { ScreenView, Touch } from "../../devices/readers/screens.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { Mailbox, type Process, ready } from "../../simulator/kernel/process.ts";

/** A screen that waits for somebody at a console. */
interface Asked {
  readonly view: ScreenView;
  readonly answers: Mailbox<{ readonly touch: Touch | undefined }>;
}

/** A patient who does what is typed at a console, and nothing before it is. */
export class ConsolePatient implements PatientAtReader {
  readonly #clock: Clock;
  readonly #face: FaceTry | undefined;
  #asked: Asked | undefined;

  /** `face` is what the camera sees of them; undefined for a card whose holder nobody has drawn. */
  constructor(clock: Clock, face: FaceTry | undefined) {
    this.#clock = clock;
    this.#face = face;
  }

  *touch(view: ScreenView): Process<Touch | undefined> {
    const asked: Asked = { view, answers: new Mailbox(1) };
    this.#asked = asked;
    try {
      return (yield* asked.answers.take(this.#clock))?.touch;
    } finally {
      if (this.#asked === asked) this.#asked = undefined;
    }
  }

  face(): Process<FaceTry | undefined> {
    return ready(this.#face);
  }

  /** Touches what is named on the screen; a {@link MisuseError} lists what is there. */
  touches(words: readonly string[]): void {
    this.#answer("touch", (view) => {
      const consents = consentsOf(view, words);
      if (consents !== undefined) return consents;
      const there = buttonsOn(view);
      const [word = ""] = words;
      const touch = Object.hasOwn(there, word) ? there[word] : undefined;
      if (touch !== undefined) return touch;
      const names = [...Object.keys(there), ...(view.asks ?? []), ...(view.asks === undefined ? [] : ["all", "none"])];
      throw new MisuseError("touch", `${view.screen} has ${names.join(", ") || "nothing to touch"}`, names);
    });
  }

  /** Types digits; what was typed is in no message. */
  types(digits: string): void {
    if (!/^\d{1,16}$/.test(digits)) throw new MisuseError("type", "give 1 to 16 digits");
    this.#answer("type", () => ({ kind: "typed", digits }));
  }

  /** Looks into the camera. */
  looks(): void {
    this.#answer("look", () => ({ kind: "looked" }));
  }

  /** Does nothing with the screen. */
  turnsAway(): void {
    this.#answer("nothing", () => undefined);
  }

  #answer(field: string, touch: (view: ScreenView) => Touch | undefined): void {
    const asked = this.#asked;
    if (asked === undefined) throw new MisuseError(field, "no screen waits for anything now");
    const answer = { touch: touch(asked.view) };
    this.#asked = undefined;
    asked.answers.put(answer);
  }
}

const CONFIRMED: Touch = { kind: "confirmed" };

/** What can be touched on a screen, by the word for it. */
function buttonsOn({ screen, offers = [], phones }: ScreenView): Readonly<Record<string, Touch>> {
  switch (screen) {
    case "S00":
    case "S02":
      return Object.fromEntries(offers.map((method) => [method, { kind: "chose", method }]));
    case "S03c":
      if (phones === undefined) return { phone: { kind: "held-phone" } };
      return Object.fromEntries(phones.map((phone) => [phone, { kind: "chose-phone", phone }]));
    case "S03d":
    case "S08":
      return { yes: CONFIRMED };
    case "S04":
      return { yes: CONFIRMED, no: { kind: "not-me" } };
    case "S07":
      return { electronic: { kind: "prescription", select: "1" }, paper: { kind: "prescription", select: "2" } };
    case "S09":
      return { card: { kind: "took-card" } };
    default:
      return {};
  }
}

/** The answer to kinds of consent: those that are named and no others, all or none; undefined when the words are not that. */
function consentsOf({ asks }: ScreenView, words: readonly string[]): Touch | undefined {
  if (asks === undefined || words.length === 0) return undefined;
  const [only] = words;
  const isWhole = words.length === 1 && (only === "all" || only === "none");
  const named: readonly string[] = asks;
  if (!isWhole && !words.every((word) => named.includes(word))) return undefined;
  const agrees = (kind: string): boolean => only === "all" || words.includes(kind);
  return { kind: "answered", consents: Object.fromEntries(asks.map((kind) => [kind, agrees(kind)])) };
}
