import type { CommandApdu } from "../iso7816/apdu.ts";
import type { Atr } from "../iso7816/atr.ts";
import type { ConsentKind, Recognised } from "../terminal/ports.ts";
import { carefulFaceRules, type FaceRules } from "./face-gate.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { ConsentPolicy } from "./policy.ts";
import type { ConfirmationMethod } from "./profile.ts";
import type { ScreenView } from "./screens.ts";

/** What became of the consents that were asked, by kind. */
export type Consents = Readonly<Partial<Record<ConsentKind, boolean>>>;

/** What a session knows at its end and might leave behind. Nothing of a patient may (requirements.md X-10). */
export interface Leftovers {
  readonly method?: ConfirmationMethod;
  readonly consents?: Consents;
  /** The terminal was out of reach. */
  readonly linkLost?: true;
}

/** What the reader knows by itself about time: its own clock, and the end of the card that is printed on it. */
export interface OwnView {
  readonly nowMs: number;
  /** `yyyymmdd`; undefined where nothing is printed. */
  readonly cardEnds: string | undefined;
}

/**
 * The decisions in which reader software goes wrong, each a value in and a value out, so that a broken reader differs
 * from the careful one in exactly one of them. The scenario each is for stands behind it (requirements.md §10.2).
 */
export interface ReaderDecisions extends FaceRules {
  /** Whether what lies there is worked with, by its answer to reset (F01, F15). */
  feelsCard(atr: Atr | undefined): boolean;
  /** What is said of something that is no readable My Number card (F01, F02; readers-and-line.md §6). */
  readonly cardMessages: Readonly<Record<"unreadable" | "other-card", ReaderMessageCode>>;
  /** How often a card is read before it counts as unreadable (F04, F06). */
  readonly readTries: number;
  /** How long one command may take, waiting time extensions included, ms (F07). */
  readonly answerMs: number;
  /** Whether a card that fell silent ends the session (F03). */
  readonly endsInSilence: boolean;
  /** Whether the PIN is offered, by the tries the card has left (F09, F10). */
  offersPin(triesLeft: number): boolean;
  /** Tries left as shown, from what the card said and how many were typed in this session (F08). */
  triesShown(cardSays: number, typed: number): number;
  /** Whether a way that failed is taken off the offers (F05, F08, F12, F13, F14). */
  readonly closesFailedWay: boolean;
  /** How many faces are tried, from what the profile says (F12). */
  faceTries(profileTries: number): number;
  /** Whether a passcode opens the visual check (F16). */
  passcodeOpens(typed: string, passcode: string): boolean;
  /** Where the certificate stands, from what the centre told (F17, F28). */
  standing(told: Recognised["certificate"], own: OwnView): Recognised["certificate"] | "refused";
  /** Which consent screens there are (F18). */
  consentRules(policy: ConsentPolicy): ConsentPolicy;
  /** What a first registration that did not come about is called (F19; readers-and-line.md §5.3). */
  readonly registrationMessages: Readonly<Record<"pending" | "failed", ReaderMessageCode>>;
  /** Whether a conclusion whose answer was lost is asked for again (F20). */
  readonly concludesAgain: boolean;
  /** Whether the terminal is looked for before a card is asked for (F21). */
  readonly looksForTerminal: boolean;
  /** What is shown when power is back, from what was shown when it went (F22). */
  bootScreen(before: Omit<ScreenView, "reader"> | undefined): Omit<ScreenView, "reader">;
  /** How long a screen waits, from what the profile says, ms (F23). */
  patienceMs(profileMs: number): number;
  /** Whether a screen that nobody answered ends the session (F23). */
  readonly endsUnanswered: boolean;
  /** Whether the session lasts until the card is taken (F24). */
  readonly waitsForRemoval: boolean;
  /** Whether "not me" ends the session (F25). */
  readonly endsAtNotMe: boolean;
  /** How often a phone may be held to the reader (F26). */
  readonly phoneTries: number;
  /** Whether a general reader paired with a face reader takes cards as well (F27). */
  readonly pairedTakesCards: boolean;
  /** Commands a card is sent besides those the check-in needs (F29). */
  readonly alsoSends: readonly CommandApdu[];
  /** What was answered for a kind of consent (F30). */
  given(answered: Consents, kind: ConsentKind): boolean;
  /** What the next session finds (F16, F20, F21, F23). */
  keeps(left: Leftovers): Leftovers;
}

/** Reading a card again twice is what a patient waits for without a word (ours). */
const READ_TRIES = 3;
/** The slowest chip asks for 59 extensions of 309 ms (my-number-card.md §7.2, firmware-validation.md §6). */
const ANSWER_MS = 20_000;
/** As often as a face is tried (ours). */
const PHONE_TRIES = 3;

/** What careful reader software decides. */
export const carefulReader: ReaderDecisions = {
  feelsCard: (atr) => atr !== undefined,
  cardMessages: { unreadable: "001", "other-card": "002" },
  readTries: READ_TRIES,
  answerMs: ANSWER_MS,
  endsInSilence: true,
  offersPin: (triesLeft) => triesLeft > 0,
  // The card counts, nobody else (readers-and-line.md §4).
  triesShown: (cardSays) => cardSays,
  closesFailedWay: true,
  ...carefulFaceRules,
  faceTries: (profileTries) => profileTries,
  passcodeOpens: (typed, passcode) => typed === passcode,
  standing: (told) => told,
  consentRules: (policy) => policy,
  registrationMessages: { pending: "SIM-031", failed: "SIM-030" },
  concludesAgain: false,
  looksForTerminal: true,
  bootScreen: () => ({ screen: "S00" }),
  patienceMs: (profileMs) => profileMs,
  endsUnanswered: true,
  waitsForRemoval: true,
  endsAtNotMe: true,
  phoneTries: PHONE_TRIES,
  pairedTakesCards: false,
  alsoSends: [],
  given: (answered, kind) => answered[kind] ?? false,
  keeps: () => ({}),
};
