import { generateKeyPairSync } from "node:crypto";
import { cardProfile } from "../../devices/cards/choices.ts";
import { type Atr, MY_NUMBER_ATRS } from "../../devices/iso7816/atr.ts";
import { LiveClock } from "../../devices/transports/live-clock.ts";
import { wallClock } from "../../devices/transports/wall-clock.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { civilDate, dateAt, HOUR_MS, midnightMs } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { checkedInKeys, freshKeys, type KeySource } from "../../simulator/pki/key-source.ts";
import { parseCardFault } from "../fault-option.ts";
import { cardKind, LiveCards } from "../live-cards.ts";
import type { CardEvent } from "../traces/card-events.ts";
import { cardObserver } from "../traces/card-observer.ts";
import { ApduRecording } from "./apdu-recording.ts";
import { drawCard } from "./card-drawing.ts";

/** Who holds the card when nobody says. */
export const USUAL = "employee";
/** As many as pcsc-lite knows (PCSCLITE_MAX_READERS_CONTEXTS). */
const MAX_READERS = 16;
/** A card that goes as fast as it can; `--choice signatureMs=400` gives it a chip's pace (D-15). */
const FAST = "signatureMs=0";
/** On a day that is not today it is ten o'clock in Japan. */
const MORNING_MS = 10 * HOUR_MS;

/** How the cards on a table are made, in the words of the command line. */
export interface CardTableOptions {
  readonly persona?: readonly string[];
  readonly fault?: readonly string[];
  readonly choice?: readonly string[];
  readonly atr?: string;
  readonly pin: string;
  readonly password: string;
  readonly pinPad?: true;
  readonly seed: number;
  readonly date?: string;
  readonly freshKeys?: true;
  readonly ndjson?: string;
  readonly pcapng?: string;
  readonly lang: Language;
}

/** Cards in their readers, watched and recorded. */
export interface CardTable {
  readonly cards: LiveCards;
  /** The time of the table: the wall's, or another day's. */
  readonly clock: Clock;
  /** Rejects when something of ours broke, or a recording cannot go on; otherwise it never settles. */
  readonly broken: Promise<never>;
  /** Our own defects go here. */
  readonly fail: (error: unknown) => void;
  /** Takes the cards out and closes the recordings. */
  close(): Promise<void>;
}

/** Lays the table: a reader a persona, the cards in them, the faults armed. `watch` is told of everything that happens. */
export async function layCardTable(options: CardTableOptions, watch: (event: CardEvent) => void): Promise<CardTable> {
  const { persona: kinds = [USUAL], fault = [], choice = [], pin, password, pinPad, seed, date, lang } = options;
  if (kinds.length > MAX_READERS) throw new MisuseError("persona", `there are at most ${MAX_READERS} readers`);
  // Names first: a misspelt one must not cost the recording of before.
  for (const kind of kinds) cardKind(kind);
  const faults = fault.map(parseCardFault);
  const profile = cardProfile([FAST, ...choice]);
  const atr = options.atr === undefined ? undefined : atrByName(options.atr);
  const nowMs = date === undefined ? Date.now() : midnightMs(civilDate(date)) + MORNING_MS;
  const today = dateAt(nowMs);
  const { promise: broken, reject: fail } = Promise.withResolvers<never>();
  broken.catch(() => {}); // whoever waits for it hears of it; nobody has to
  const recording = new ApduRecording(options, lang, fail);
  const clock = new LiveClock(nowMs, wallClock);
  const cards = new LiveCards({
    readers: kinds.map((_, index) => `Madoguchi ${String(index).padStart(2, "0")} 00`),
    clock,
    today,
    seed,
    trust: { keys: keysFor(options) },
    profile,
    atr,
    secrets: { pin, password },
    pinPad: pinPad === true,
    draw: drawCard(seed, today),
    observe: cardObserver((event) => {
      recording.add(event);
      watch(event);
    }),
    onDefect: fail,
  });
  for (const armed of faults) cards.arm(armed);
  for (const [reader, kind] of kinds.entries()) await cards.insert(reader, kind);
  return {
    cards,
    clock,
    broken,
    fail,
    async close() {
      for (const reader of kinds.keys()) cards.remove(reader);
      await recording.close();
    },
  };
}

/** An ATR by the name `card --list` gives it. */
function atrByName(name: string): Atr {
  const names = Object.keys(MY_NUMBER_ATRS);
  const found = Object.entries(MY_NUMBER_ATRS).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new MisuseError("atr", `there is no ${name}; accepted: ${names.join(", ")}`, names);
  return found;
}

function keysFor({ freshKeys: fresh }: CardTableOptions): KeySource {
  if (fresh !== true) return checkedInKeys;
  return freshKeys(() => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
}
