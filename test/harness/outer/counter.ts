import { blankPictures } from "../../../devices/cards/card-image.ts";
import { cardProfile } from "../../../devices/cards/choices.ts";
import { type ReaderModelId, readerModels } from "../../../devices/ccid-reader/models.ts";
import { EmulatedReader } from "../../../devices/emulated-reader/emulated-reader.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { drawCard } from "../../../harness/edges/card-drawing.ts";
import { preparePictures } from "../../../harness/edges/prepare-pictures.ts";
import { runVirtually } from "../../../harness/firmware/virtual-run.ts";
import { LiveCards } from "../../../harness/live-cards.ts";
import { CcidOuterReader } from "../../../harness/outer/ccid-outer-reader.ts";
import { type CheckInPlan, checkIn, checkInScenario } from "../../../harness/outer/check-in.ts";
import { civilDate, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import type { AnyObservation } from "../../../simulator/kernel/pco.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { checkedInKeys, type KeySource } from "../../../simulator/pki/key-source.ts";

export const DATE = "2026-02-10";
export const PIN = "4711";

/** The person of most tests, by PIN. */
export const usual: CheckInPlan = { persona: "employee", methods: ["pin"], pin: PIN, seed: 1, date: DATE };

/** What lies outside, and how it is spoken to. */
export interface OutsideParts {
  readonly lays?: string;
  readonly reader?: ReaderModelId;
  /** What the check-in takes the reader for; the same where left out. */
  readonly as?: ReaderModelId;
  readonly seed?: number;
  readonly keys?: KeySource;
  /** Draws what is on the chip: only faces need it. */
  readonly drawn?: true;
  /** Nobody is at the other end of the line yet. */
  readonly nobody?: true;
}

/** A reader with a card as `madoguchi reader` lays it down, on a clock of its own, and the line to it. */
export async function outside(parts: OutsideParts = {}) {
  const { lays = "employee", reader = "sim-antenna", as = reader, seed = 1, keys = checkedInKeys } = parts;
  const today = civilDate(DATE);
  const wall = new VirtualClock(midnightMs(today));
  const seen: AnyObservation[] = [];
  const defects: unknown[] = [];
  const onDefect = (error: unknown): void => {
    defects.push(error);
  };
  const cards = new LiveCards({
    readers: ["R"],
    clock: wall,
    today,
    seed,
    trust: { keys },
    profile: cardProfile(["signatureMs=0"]),
    atr: undefined,
    secrets: { pin: PIN, password: "ABC123" },
    pinPad: false,
    draw: parts.drawn === true ? drawCard(seed, today) : async () => blankPictures,
    observe: (crossing) => seen.push(crossing),
    onDefect,
  });
  if (lays !== "nothing") await cards.insert(0, lays);
  const [hostEnd, readerEnd] = loopback(wall, "wire");
  const { identity, faces } = readerModels[reader];
  const bays = cards.slots.map((slot) => ({ slot, face: faces[0] }));
  const switchOn = (): void => {
    new EmulatedReader({ clock: wall, rng: rngFromSeed(1), identity, bays, transport: readerEnd, onDefect });
  };
  if (parts.nobody !== true) switchOn();
  return { wall, cards, seen, defects, hostEnd, switchOn, outer: reached(hostEnd, wall, as) };
}

/** The reader at the other end of a line, on virtual time. */
export function reached(transport: Transport, wall: VirtualClock, as: ReaderModelId = "sim-antenna"): CcidOuterReader {
  const { level, maxMessageBytes } = readerModels[as].identity;
  return new CcidOuterReader({
    transport,
    clock: wall,
    run: async (process) => runVirtually(wall, process),
    level,
    maxMessageBytes,
  });
}

/** One check-in there. */
export async function checkInAt(
  { outer }: { readonly outer: CcidOuterReader },
  plan: Partial<CheckInPlan> = {},
  watch: (crossing: AnyObservation) => void = () => {},
) {
  const whole = { ...usual, ...plan };
  return checkIn(whole, await preparePictures(checkInScenario(whole), whole.seed), outer, watch);
}
