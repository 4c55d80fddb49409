import { ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import { xfrBlock } from "../../../../devices/ccid/writer.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { Mailbox } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, withOk } from "../../cards.ts";
import { HOST_WAIT_MS, iccStatusOf, statusText } from "../../host-side.ts";
import { apduCheck } from "./apdu-check.ts";
import { exchange } from "./exchange.ts";

const READ = fromHex("00 B0 00 00 10");
/** What the reader is given to hand a command on to the card, ms. */
const REACH_CARD_MS = 1_000;

/** A card that is taken out in the middle of a command ends it without data, and counts as absent. */
export const removalUnderWay = apduCheck({
  id: "AP-10",
  title: { ja: "コマンド実行中の取り外し", en: "removal while a command runs" },
  expected: {
    ja: "データのない応答で終わり、カードは「なし」（bmICCStatus 2）になる。前の応答は返さない",
    en: "the command ends without data and the card counts as absent, bmICCStatus 2; nothing of an earlier answer comes",
  },
  clause: "USB CCID 1.1 §6.2.6; firmware-validation.md §1.2, §9 X45",
  severity: "critical",
  next: {
    ja: "取り外しを検知したら応答バッファーを消してから失敗を返してください（前の人の情報が次の人に出ます）",
    en: "on removal wipe the answer buffer before you answer: the data of one patient reach the next",
  },
  *play(bench: Bench) {
    const slot = bench.contactSlot;
    const reached = new Mailbox<true>();
    const card = playedCard(bench, slot, (_command, index) => {
      if (index === 0) return withOk(counted(16));
      reached.put(true);
      return "mute";
    });
    yield* powered(bench, card);
    bench.step("a command that the card answers with data");
    yield* exchange(bench, READ);

    bench.step("the card is taken out while the next command runs");
    const command = xfrBlock(bench.host.to(slot), READ);
    bench.host.send(command);
    yield* reached.take(bench.clock, REACH_CARD_MS);
    bench.card.remove(slot);
    const answer = yield* bench.host.answerTo(command, HOST_WAIT_MS.transfer);
    bench.require(answer, { ja: "取り外した後、応答がない", en: "after the removal no answer came" });
    bench.require(
      answer.data.length === 0,
      {
        ja: `カードがないのに ${answer.data.length} バイトが返った（${statusText(answer)}）`,
        en: `no card is there, and ${answer.data.length} bytes came with ${statusText(answer)}`,
      },
      answer.seq,
    );
    if (iccStatusOf(answer) !== ICC_STATUS.absent) {
      const status = yield* bench.host.status(slot);
      bench.require(
        iccStatusOf(status) === ICC_STATUS.absent,
        {
          ja: `取り外した後もカードありのまま（${statusText(status)}）`,
          en: `after the removal the card still counts as there: ${statusText(status)}`,
        },
        status.seq,
      );
    }
    return { ja: `データなし、${statusText(answer)}`, en: `no data, ${statusText(answer)}` };
  },
});
