import { readerMessages } from "../messages.ts";
import { confirmed, ours, singleSource } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import { screenTitles } from "../screens.ts";

const CHOICE = ours("readers-and-line.md §17");
const NOTHING_PUBLIC = ours("nothing public; our choice");
const PUBLIC_LABEL = singleSource("readers-and-line.md §6");

/**
 * A face reader of nobody: what is public of all of them, and the values we chose where nothing is. The profiles of the
 * makers begin with it and replace what is public of theirs, so that no choice of ours looks like a maker's.
 */
export const simulatedFace: ReaderProfile = {
  id: "simulated-face",
  title: { ja: "顔認証付きカードリーダー（模擬）", en: "face-authentication reader (simulated)" },
  maker: undefined,
  product: undefined,
  support: undefined,
  methods: ["face", "pin", "visual"],
  phone: "paired-reader",
  visualModes: ["terminal-menu", "on-reader"],
  placing: { orientation: "horizontal", photoTowards: "reader" },
  readsPaperCard: false,
  connection: "usb",
  signals: {
    idle: { lamp: undefined, sound: undefined },
    "card-felt": { lamp: { colour: "green", pattern: "blinking" }, sound: undefined },
    "face-failed": { lamp: { colour: "yellow", pattern: "steady" }, sound: undefined },
    done: { lamp: { colour: "green", pattern: "steady" }, sound: undefined },
    "card-left": { lamp: { colour: "yellow", pattern: "blinking" }, sound: { beeps: 1, everyMs: 5_000 } },
    "reader-lost": { lamp: undefined, sound: undefined },
    error: { lamp: { colour: "red", pattern: "steady" }, sound: { beeps: 3, everyMs: undefined } },
  },
  management: undefined,
  recovery: {
    "chip-not-felt": [
      { ja: "カードを置き直す", en: "place the card again" },
      {
        ja: "別のカードを試す。読めれば、機器ではなく最初のカードの問題",
        en: "try another card; if that one reads, the trouble is the first card, not the machine",
      },
    ],
    "reader-lost": [
      {
        ja: "ネットワーク機器、端末、リーダーの順にランプとケーブルを確かめる",
        en: "look at lamps and cables: network device, then terminal, then reader",
      },
    ],
  },
  returnValues: {},
  screens: screenTitles,
  messages: Object.fromEntries(Object.entries(readerMessages).map(([code, { label }]) => [code, label])),
  face: { tries: 3, tryMs: 10_000, threshold: 600, liveThreshold: 500 },
  choiceMs: 30_000,
  pinMs: 60_000,
  consentMs: 60_000,
  removalMs: 60_000,
  wire: { firmwareText: "SIM-READER 1.0", maxMessageBytes: 271, echoes: true },
  origins: {
    id: NOTHING_PUBLIC,
    title: NOTHING_PUBLIC,
    maker: NOTHING_PUBLIC,
    product: NOTHING_PUBLIC,
    support: NOTHING_PUBLIC,
    methods: confirmed("readers-and-line.md §4, §5"),
    phone: confirmed("readers-and-line.md §1, since 2025-09"),
    visualModes: confirmed("readers-and-line.md §5.2; on the reader as announced for 2025-03"),
    placing: NOTHING_PUBLIC,
    readsPaperCard: NOTHING_PUBLIC,
    connection: confirmed("readers-and-line.md §3"),
    signals: NOTHING_PUBLIC,
    "signals.card-left.sound": CHOICE,
    management: NOTHING_PUBLIC,
    recovery: singleSource("readers-and-line.md §6"),
    returnValues: NOTHING_PUBLIC,
    screens: ours("readers-and-line.md §5: the order is public, ids and titles are ours"),
    messages: CHOICE,
    "messages.001.ja": PUBLIC_LABEL,
    "messages.002.ja": PUBLIC_LABEL,
    "messages.006.ja": PUBLIC_LABEL,
    face: CHOICE,
    choiceMs: CHOICE,
    pinMs: CHOICE,
    consentMs: CHOICE,
    removalMs: CHOICE,
    wire: ours("firmware-validation.md §2, §11"),
  },
};
