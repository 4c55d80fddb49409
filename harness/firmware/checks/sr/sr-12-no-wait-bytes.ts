import { xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered, SELECT } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, heardUntil } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** Work of the card, ms: it asks for more time twice. */
const WORK_MS = 150;

/** The bare byte 80…FF is the wait of T=0; a T=1 host does not expect it. */
export const noWaitBytes = firmwareCheck({
  id: "SR-12",
  set: "SR",
  title: { ja: "T=1で待ちバイトを使わない", en: "no wait bytes at T=1" },
  expected: {
    ja: "T=1カードの処理中は時間延長フレームを使い、裸のバイト80〜FFを送らない",
    en: "the work of a T=1 card is told by time extensions, never by a bare byte 80…FF",
  },
  clause: "firmware-validation.md §2 (T=0 wait: T=1 uses normal time extension)",
  severity: "must",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "待ちバイトはT=0のときだけ送ってください",
    en: "send the wait byte with T=0 alone",
  },
  *run(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot, () => ({ afterMs: WORK_MS, answer: OK }));
    yield* powered(bench, card);
    bench.step(`SELECT, on which the card works for ${WORK_MS} ms`);
    const command = xfrBlock(bench.host.to(bench.contactSlot), SELECT);
    bench.host.send(command);
    const heard = yield* heardUntil(bench, answers(command), HOST_WAIT_MS.transfer);
    const byte = heard.find(({ event }) => event.kind === "wait");
    bench.require(
      byte === undefined,
      { ja: "T=1の処理中に待ちバイトが来た", en: "a wait byte came while a T=1 card worked" },
      byte?.seq,
    );
    return { ja: "待ちバイトは来なかった", en: "no wait byte came" };
  },
});
