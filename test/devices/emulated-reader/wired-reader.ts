import { blankPictures } from "../../../devices/cards/card-image.ts";
import { cardProfile } from "../../../devices/cards/choices.ts";
import { COMMAND_STATUS } from "../../../devices/ccid/constants.ts";
import { type CcidFrame, frame } from "../../../devices/ccid/frame.ts";
import { isDefect, parseFrame } from "../../../devices/ccid/parser.ts";
import type { ReaderIdentity } from "../../../devices/ccid-reader/identity.ts";
import { type ReaderModel, type ReaderModelId, readerModels } from "../../../devices/ccid-reader/models.ts";
import { encodeMessage, type LineEvent } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { emptySlot } from "../../../devices/emulated-reader/empty-slot.ts";
import { EmulatedReader } from "../../../devices/emulated-reader/emulated-reader.ts";
import { MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import { parseCardFault } from "../../../harness/fault-option.ts";
import { LiveCards } from "../../../harness/live-cards.ts";
import { civilDate, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { checkedInKeys } from "../../../simulator/pki/key-source.ts";

const TODAY = civilDate("2026-02-10");
const FIRST_ANSWER_TYPE = 0x80;

/** What a reader said to one command. */
export interface Said {
  readonly answer: CcidFrame;
  /** What came before the answer: the echo, notices, time extensions. */
  readonly before: readonly (CcidFrame | Exclude<LineEvent, { readonly kind: "message" }>)[];
  readonly tookMs: number;
}

/** What lies in the reader. */
export interface WiredOptions {
  readonly atr?: keyof typeof MY_NUMBER_ATRS;
  readonly fault?: string;
  readonly persona?: string;
}

/** An emulated reader with a card in its first slot, and a host that says any bytes; virtual time. */
export async function wiredReader(
  id: ReaderModelId,
  { atr = "contactPlain", fault, persona = "employee" }: WiredOptions = {},
) {
  const clock = new VirtualClock(midnightMs(TODAY));
  const { identity, faces }: ReaderModel = readerModels[id];
  const cards = cardsOn(clock, MY_NUMBER_ATRS[atr], identity);
  await cards.insert(0, persona);
  if (fault !== undefined) cards.arm(parseCardFault(fault));
  const [hostEnd, readerEnd] = loopback(clock, "wire");
  const bays = faces.map((face, index) => ({ face, slot: cards.slots[index] ?? emptySlot }));
  /** What the screen of PIN entry showed, one after another. */
  const screens: string[] = [];
  const screen = { show: (text: string) => screens.push(text) };
  new EmulatedReader({ clock, rng: rngFromSeed(1), identity, bays, transport: readerEnd, screen, onDefect: rethrow });
  let events: Said["before"][number][] = [];
  const parser = new LineParser(identity.maxMessageBytes, (event) => {
    const message = event.kind === "message" ? parseFrame(event.bytes) : undefined;
    if (event.kind !== "message") events.push(event);
    else if (message !== undefined && !isDefect(message)) events.push(message);
  });
  hostEnd.onBytes((bytes) => parser.push(bytes));
  let sequence = 0;
  /** Sends a command and runs the clock until its answer is there. `meanwhile` runs once it was sent. */
  const ask = (type: number, parts: Parameters<typeof frame>[1] = {}, meanwhile = (): void => {}): Said => {
    events = [];
    const startMs = clock.nowMs;
    hostEnd.send(encodeMessage(frame(type, { ...parts, sequence: sequence++ & 0xff })));
    meanwhile();
    for (let left = 10_000; left > 0; left--) {
      const at = events.findIndex(isFinal);
      const answer = events[at];
      if (answer !== undefined && "type" in answer)
        return { answer, before: events.slice(0, at), tookMs: clock.nowMs - startMs };
      clock.runNext();
    }
    throw new Error("the reader never answered");
  };
  return { cards, ask, screens };
}

const isFinal = (event: Said["before"][number]): boolean =>
  "type" in event && event.type >= FIRST_ANSWER_TYPE && (event.b7 & 0xc0) !== COMMAND_STATUS.timeExtension;

function rethrow(error: unknown): never {
  throw error;
}

function cardsOn(clock: VirtualClock, atr: (typeof MY_NUMBER_ATRS)[keyof typeof MY_NUMBER_ATRS], of: ReaderIdentity) {
  return new LiveCards({
    readers: ["R0"],
    clock,
    today: TODAY,
    seed: 1,
    trust: { keys: checkedInKeys },
    profile: cardProfile(["signatureMs=0"]),
    atr,
    secrets: { pin: "8264", password: "ABC123" },
    pinPad: of.pinPad,
    draw: async () => blankPictures,
    observe: () => 1,
    onDefect: rethrow,
  });
}
