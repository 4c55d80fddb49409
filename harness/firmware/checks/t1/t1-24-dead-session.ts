import type { Bench } from "../../bench.ts";
import type { Heard } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { succeeded } from "../../host-side.ts";
import { BESIDE_THE_POINT, t1Check } from "./t1-check.ts";

const MAX_RESYNCHS = 3;

/** Three RESYNCH without an answer end the session for good; power makes a new one. */
export const deadSession = t1Check({
  id: "T1-24",
  title: { ja: "RESYNCHに3回応答がないカード", en: "three RESYNCH without an answer" },
  expected: {
    ja: "ホストへ失敗を返し、電源投入まで何も送らない。電源投入後は正常に動く",
    en: "the host is told of a failure, nothing more is sent until power-on, and power-on makes it work again",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 (states)",
  severity: "must",
  next: {
    ja: "RESYNCHが3回失敗したら、IccPowerOnまでカードとのやり取りを止めてください",
    en: "stop talking to the card after three failed RESYNCH, until IccPowerOn",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    yield* card.exchange();
    bench.step("a card that answers nothing sensible, not even RESYNCH");
    const reply = ({ kind }: Heard) => (kind.startsWith("power") ? undefined : BESIDE_THE_POINT);
    const failed = yield* card.served(card.result(card.transfer()), reply);
    bench.require(
      !succeeded(failed),
      { ja: "応答のないカードが成功として返された", en: "a card that said nothing was told as success" },
      failed.seq,
    );
    const resynchs = card.log.filter((heard) => heard.kind === "S-request" && heard.name === "RESYNCH").length;
    bench.require(resynchs <= MAX_RESYNCHS, {
      ja: `S(RESYNCH要求)を${resynchs}回送った`,
      en: `S(RESYNCH request) was sent ${resynchs} times`,
    });
    bench.step("the next command");
    const before = card.log.length;
    yield* card.served(card.result(card.transfer()), reply);
    const said = card.log.slice(before).find(({ kind }) => !kind.startsWith("power"));
    bench.require(said === undefined, {
      ja: "終わったセッションのカードへブロックを送った",
      en: "a block was sent to a card whose session is over",
    });
    bench.step("IccPowerOff, IccPowerOn and a command");
    yield* card.served(bench.host.powerOff(bench.contactSlot)); // that IccPowerOn alone resets is judged by AP-11
    yield* card.served(bench.host.powerOn(bench.contactSlot));
    yield* card.exchange();
    return { ja: "電源投入まで沈黙し、その後は正常", en: "silent until power-on, then well again" };
  },
});
