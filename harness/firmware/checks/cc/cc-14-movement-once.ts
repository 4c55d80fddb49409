import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../../devices/ccid/writer.ts";
import { MOVEMENTS } from "../../../../devices/ccid-serial/constants.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, heardUntil, LISTEN_MS } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** A card switch bounces: a reader may take this long to tell of it, ms. */
const TOLD_MS = 1_000;

/** An application that misses a movement goes on with the card of before. */
export const movementOnce = firmwareCheck({
  id: "CC-14",
  set: "CC",
  title: { ja: "カードの動きを1回ずつ通知", en: "every movement is told once" },
  expected: {
    ja: "挿入と抜去のたびに 50 xx がちょうど1回届く",
    en: "each time a card comes or goes 50 xx arrives, once",
  },
  clause: "USB CCID 1.1 §6.3.1; firmware-validation.md §1.7, §9 X11 (slots after the first: our choice)",
  severity: "critical",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "検出スイッチの変化ごとに通知を1つ作り、送信まで失わないでください",
    en: "make one notice of each change of the switch, and keep it until it is sent",
  },
  *run(bench: Bench) {
    const { card, contactSlot } = bench;
    if (contactSlot >= MOVEMENTS.length)
      return { ja: "この回線に通知のないスロット", en: "the line has no notice for this slot" };
    for (const present of [true, false, true, false]) {
      bench.step(present ? "a card is inserted" : "the card is removed");
      if (present) card.insert(contactSlot);
      else card.remove(contactSlot);
      const told = yield* movementsTold(bench);
      bench.require(told.length === 1 && told[0]?.present === present, {
        ja: `${present ? "挿入" : "抜去"}の通知が ${inWords(told, "ja")}`,
        en: `${present ? "an insertion" : "a removal"} was told as: ${inWords(told, "en")}`,
      });
    }
    return { ja: "4回の動きがすべて1回ずつ", en: "four movements, each told once" };
  },
});

type Told = { readonly present: boolean };

/** What is told of the slot: commands go on until something is, and once more, so that a second notice has its chance. */
function* movementsTold(bench: Bench): Process<readonly Told[]> {
  const untilMs = bench.clock.nowMs + TOLD_MS;
  const told: Told[] = [];
  while (told.length === 0 && bench.clock.nowMs < untilMs) told.push(...(yield* toldByOneCommand(bench)));
  return [...told, ...(yield* toldByOneCommand(bench))];
}

function* toldByOneCommand(bench: Bench): Process<readonly Told[]> {
  const command = plainCommand(COMMAND.getSlotStatus, bench.host.to(bench.contactSlot));
  bench.host.send(command);
  const heard = yield* heardUntil(bench, answers(command), HOST_WAIT_MS.status);
  const afterwards = yield* bench.host.during(LISTEN_MS / 4);
  return [...heard, ...afterwards].flatMap(({ event }) =>
    event.kind === "movement" && event.slot === bench.contactSlot ? [{ present: event.present }] : [],
  );
}

function inWords(told: readonly Told[], language: "ja" | "en"): string {
  const words = language === "ja" ? ["抜去", "挿入", "なし"] : ["gone", "there", "nothing"];
  return told.map(({ present }) => words[present ? 1 : 0]).join(", ") || `${words[2]}`;
}
