import { ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import { atrText } from "../../../../devices/iso7816/atr.ts";
import { atrOfTypeB } from "../../../../devices/iso14443/atr.ts";
import { fromHex, sameBytes } from "../../../../simulator/kernel/bytes.ts";
import { sleep } from "../../../../simulator/kernel/process.ts";
import type { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { iccStatusOf, succeeded } from "../../host-side.ts";
import { typeBCheck } from "./type-b-check.ts";

/** How long the reader may take to miss the card; how promptly is judged by B-09. */
const MISSED_WITHIN_MS = 4_000;
const LOOK_EVERY_MS = 50;

/** The ATR is made of ATQB and MBLI, has no byte more, and goes with the card. */
export const atr = typeBCheck({
  id: "B-10",
  title: { ja: "ATQBから作るATR", en: "the ATR is made of ATQB" },
  expected: {
    ja: "3B 88 80 01、ATQBの5〜11バイト目、MBLI、TCKの13バイト。取り外した後はATRを返さない",
    en: "3B 88 80 01, bytes 5 to 11 of ATQB, MBLI and TCK, 13 bytes; none once the card is gone",
  },
  clause: "PC/SC 2.01 part 3 §3.1.3.2.3.1; firmware-validation.md §6, §9 X34",
  severity: "critical",
  next: {
    ja: "ATRの長さを13バイトに限り、取り外しの時点で消してください",
    en: "hand on 13 bytes and no more of the buffer, and forget them when the card goes",
  },
  *play(bench: Bench, antenna: Antenna) {
    const laid = antenna.lay({ card: { application: fromHex("00 4B 51 FF"), bitRates: 0xb3, mbli: 3 } });
    yield* antenna.found(laid);
    const told = yield* antenna.powerOn();
    const right = atrOfTypeB(laid.says, laid.says.mbli);
    bench.require(sameBytes(told, right), {
      ja: `ATRは ${atrText(right)} のはずが ${atrText(told)}`,
      en: `the ATR should be ${atrText(right)} and is ${atrText(told)}`,
    });

    bench.step("the card is taken away and power-on is sent");
    antenna.clear();
    yield* missed(bench);
    const answer = yield* bench.host.powerOn(bench.antennaSlot);
    bench.require(
      !succeeded(answer) && answer.data.length === 0,
      { ja: "カードがないのに古いATRを返した", en: "no card is there, and the ATR of the last one came" },
      answer.seq,
    );
    return { ja: `${atrText(told)}、取り外し後は失敗`, en: `${atrText(told)}, and none after the removal` };
  },
});

function* missed(bench: Bench) {
  const untilMs = bench.clock.nowMs + MISSED_WITHIN_MS;
  while (bench.clock.nowMs < untilMs) {
    if (iccStatusOf(yield* bench.host.status(bench.antennaSlot)) === ICC_STATUS.absent) return;
    yield* sleep(bench.clock, LOOK_EVERY_MS);
  }
}
