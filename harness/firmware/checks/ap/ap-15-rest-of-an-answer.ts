import { CHAIN } from "../../../../devices/ccid/constants.ts";
import { xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Bilingual } from "../../../../simulator/kernel/bilingual.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, removed, withOk } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { apduCheck } from "./apdu-check.ts";

/** Longer than a message of 271 bytes; a reader whose messages hold it whole keeps no rest. */
const ANSWER = withOk(counted(700));
/** READ BINARY with extended Le 02BC. */
const READ = fromHex("00 B0 00 00 00 02 BC");

/** What ends the session of a card, each tried for itself: the request for the rest may be what drops it. */
const ends: readonly { readonly name: Bilingual; readonly play: (bench: Bench) => Process<void> }[] = [
  { name: { ja: "抜去", en: "removal" }, play: removed },
  { name: { ja: "カード交換とIccPowerOn", en: "a swap and IccPowerOn" }, play: swapped },
  { name: { ja: "IccPowerOff", en: "IccPowerOff" }, play: poweredOff },
];

/** What the host has not fetched of an answer goes with the card, and with its power. */
export const restOfAnAnswer = apduCheck({
  id: "AP-15",
  title: { ja: "取り出していない応答の破棄", en: "the rest of an answer goes with the card" },
  expected: {
    ja: "抜去・交換・IccPowerOffの後、wLevelParameter 0010で応答の続きが返らない",
    en: "after removal, a swap, or IccPowerOff, wLevelParameter 0010 brings nothing of the answer",
  },
  clause: "our choice: USB CCID 1.1 §6.1.4 does not say; neighbour of firmware-validation.md §9 X45",
  severity: "critical",
  alsoNeeds: ["extended-apdu"],
  next: {
    ja: "抜去とIccPowerOffで、送り残した応答の長さを0にし、バッファーを消してください",
    en: "on removal and IccPowerOff set the length of what is left to 0 and wipe its buffer",
  },
  *play(bench: Bench) {
    for (const { name, play } of ends) {
      if (!(yield* hasRest(bench))) return { ja: "応答は1通で届き、残りがない", en: "the answer came in one message" };
      bench.step(`${name.en}, then a request for the rest`);
      yield* play(bench);
      yield* askedInVain(bench, name);
      yield* removed(bench);
    }
    return { ja: "続きは返らなかった", en: "nothing of it came" };
  },
});

/** Leaves the reader with the rest of an answer; false where it came in one message. */
function* hasRest(bench: Bench): Process<boolean> {
  const slot = bench.contactSlot;
  yield* powered(
    bench,
    playedCard(bench, slot, () => ANSWER),
  );
  bench.step("the first part of a long answer");
  const first = yield* bench.host.transfer(READ, slot);
  bench.require(
    succeeded(first),
    { ja: `XfrBlockが失敗した（${statusText(first)}）`, en: `XfrBlock failed: ${statusText(first)}` },
    first.seq,
  );
  return first.b9 === CHAIN.begins;
}

function* askedInVain(bench: Bench, name: Bilingual): Process<void> {
  const { host, contactSlot } = bench;
  const rest = yield* host.ask(xfrBlock(host.to(contactSlot), new Uint8Array(0), CHAIN.next));
  bench.require(
    !succeeded(rest) || rest.data.length === 0,
    {
      ja: `${name.ja}の後に前の応答の続き ${rest.data.length} バイトが返った`,
      en: `after ${name.en} ${rest.data.length} bytes of the last answer came`,
    },
    rest.seq,
  );
}

function* swapped(bench: Bench): Process<void> {
  yield* removed(bench);
  yield* powered(bench, playedCard(bench, bench.contactSlot));
}

function* poweredOff({ host, contactSlot }: Bench): Process<void> {
  yield* host.powerOff(contactSlot);
}
