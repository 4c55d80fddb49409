import type { PatientAtReader } from "../../devices/readers/patient.ts";
import type { ReaderProfile } from "../../devices/readers/profile.ts";
import { signalAt } from "../../devices/readers/screen-signal.ts";
import type { ScreenEvent } from "../../devices/readers/screens.ts";
import { type SignalEvent, signalsFor } from "../../devices/readers/signals.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { screenWords } from "../outer/check-in-words.ts";
import { signalText } from "../reports/reader-words.ts";
import type { CardEvent } from "../traces/card-events.ts";

const DARK: Bilingual = { ja: "消灯・無音", en: "dark and silent" };

/** What somebody beside a reader sees and hears of it, in words: its screen, its lamp and its sounds. Never digits of a PIN. */
export class ReaderView {
  readonly #profile: ReaderProfile;
  readonly #tell: (words: Bilingual) => void;
  #signal: SignalEvent | undefined;
  #pinEntry = "";

  constructor(profile: ReaderProfile, tell: (words: Bilingual) => void) {
    this.#profile = profile;
    this.#tell = tell;
  }

  /** Lamp and sound change to those of a state; nothing is told where they are so already. */
  signal(event: SignalEvent): void {
    if (event === this.#signal) return;
    this.#signal = event;
    const signal = signalsFor(this.#profile, event);
    const { ja, en } = signal.lamp === undefined && signal.sound === undefined ? DARK : signalText(signal);
    this.#tell({ ja: `     ランプと音: ${ja}`, en: `     lamp and sound: ${en}` });
  }

  /** A card came or went. A chip that does not answer is not felt: lamp and sound stay as they are. */
  card(event: CardEvent): void {
    if (event.pco !== "card.field") return;
    if (event.message.change === "removed") this.signal("idle");
    else if (event.message.atr !== undefined) this.signal("card-felt");
  }

  /** What the screen of PIN entry shows; empty when it rests. */
  pinEntry(text: string): void {
    if (text === this.#pinEntry) return;
    this.#pinEntry = text;
    this.#tell({ ja: `     画面: ${text || "（暗証番号の入力終わり）"}`, en: `     screen: ${text || "at rest"}` });
  }

  /** A screen of the session was shown, or touched. */
  screen(event: ScreenEvent): void {
    this.#tell(screenWords(event));
    const signal = event.touch === undefined ? signalAt(event) : undefined;
    if (signal !== undefined) this.signal(signal);
  }

  /** A patient whose screens, and what is done with them, are told. */
  watching(patient: PatientAtReader): PatientAtReader {
    const screen = (event: ScreenEvent): void => this.screen(event);
    return {
      *touch(view, waitMs) {
        screen(view);
        const touch = yield* patient.touch(view, waitMs);
        if (touch !== undefined) screen({ ...view, touch });
        return touch;
      },
      face: (attempt) => patient.face(attempt),
      informed: screen,
    };
  }
}
