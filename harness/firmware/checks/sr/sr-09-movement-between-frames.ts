import { COMMAND } from "../../../../devices/ccid/constants.ts";
import type { CcidFrame } from "../../../../devices/ccid/frame.ts";
import { plainCommand, powerOn, xfrBlock } from "../../../../devices/ccid/writer.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { type Process, sleep } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, SELECT, withOk } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, heardUntil, LISTEN_MS } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** T=1 with IFSC 254 and fifteen historical bytes: an answer long enough for something to come in between. */
const LONG_ATR = fromHex("3B 8F 81 31 FE 04 4D 41 44 4F 47 55 43 48 49 20 42 45 4E 43 48 F0");
const LONG_ANSWER_BYTES = 200;

/** Notices are bare bytes; inside a frame they would shift everything behind them. */
export const movementBetweenFrames = firmwareCheck({
  id: "SR-09",
  set: "SR",
  title: { ja: "フレーム内に移動通知を入れない", en: "movement bytes never stand inside a frame" },
  expected: {
    ja: "カードの動きと応答が重なっても 50 xx はフレームの間に送る",
    en: "also when a card moves while an answer is due, 50 xx goes between frames",
  },
  clause: "firmware-validation.md §2 (card moved: between frames), §9 X02",
  severity: "must",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "通知は送信中のフレームが終わってから送ってください",
    en: "hold a notice back until the frame under way is out",
  },
  *run(bench: Bench) {
    const slot = bench.contactSlot;
    const card = playedCard(
      bench,
      slot,
      () => {
        bench.clock.after(1, () => bench.card.remove(slot));
        return withOk(counted(LONG_ANSWER_BYTES));
      },
      LONG_ATR,
    );
    bench.step("a card is inserted, then IccPowerOn");
    bench.card.insert(slot, card);
    yield* sleep(bench.clock, LISTEN_MS); // a command before IccPowerOn would take the notice along
    yield* wholeAnswer(bench, powerOn(bench.host.to(slot), 0));
    bench.step("the card is removed as it answers");
    yield* wholeAnswer(bench, xfrBlock(bench.host.to(slot), SELECT));
    bench.step("GetSlotStatus after the removal");
    yield* wholeAnswer(bench, plainCommand(COMMAND.getSlotStatus, bench.host.to(slot)));
    return { ja: "フレームはすべて無傷", en: "every frame came whole" };
  },
});

function* wholeAnswer(bench: Bench, command: CcidFrame): Process<void> {
  bench.host.send(command);
  const isDamaged = ({ kind }: { readonly kind: string }): boolean => kind === "damaged";
  const isIt = answers(command);
  const heard = yield* heardUntil(bench, (event) => isIt(event) || isDamaged(event), HOST_WAIT_MS.transfer);
  const damaged = heard.find(({ event }) => isDamaged(event));
  bench.require(
    damaged === undefined,
    { ja: "カードの動きと重なった応答が壊れた", en: "an answer was damaged while a card moved" },
    damaged?.seq,
  );
  bench.require(
    heard.some(({ event }) => isIt(event)),
    { ja: "カードが動いた後の応答がない", en: "no answer came after a card moved" },
  );
}
