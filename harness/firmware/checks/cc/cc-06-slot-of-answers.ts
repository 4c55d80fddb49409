import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered, SELECT } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS, isTimeExtension } from "../../host-side.ts";

/** The card works so long that the other slot is asked meanwhile, ms; too short for it to ask for more time. */
const WORK_MS = 50;

/** An answer with the wrong slot gives one patient's data for another's. */
export const slotOfAnswers = firmwareCheck({
  id: "CC-06",
  set: "CC",
  title: { ja: "2スロット同時動作時のbSlot", en: "bSlot while two slots work" },
  expected: {
    ja: "どの応答もコマンドと同じbSlotを持つ",
    en: "every answer has the bSlot of its command",
  },
  clause: "USB CCID 1.1 §6.2 (bSlot); firmware-validation.md §1.4, §9 X48",
  severity: "critical",
  needs: ["ccid", "bench", "t1", "two-slots"],
  next: {
    ja: "bSlotは最後に受けたコマンドではなく、応答するコマンドから写してください",
    en: "take bSlot from the command that is answered, not from the one that came last",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    const other = contactSlot === 0 ? 1 : 0;
    const working = xfrBlock(host.to(contactSlot), SELECT);
    const meanwhile = plainCommand(COMMAND.getSlotStatus, host.to(other));
    const card = playedCard(bench, contactSlot, () => {
      host.send(meanwhile);
      return { afterMs: WORK_MS, answer: OK };
    });
    yield* powered(bench, card);
    bench.step(`GetSlotStatus of slot ${other} while slot ${contactSlot} works`);
    host.send(working);
    const left = new Map([working, meanwhile].map(({ sequence, slot }) => [sequence, slot]));
    while (left.size > 0) {
      const answer = yield* host.nextAnswer(HOST_WAIT_MS.transfer);
      bench.require(answer, { ja: "片方のスロットに応答がない", en: "one of the two slots got no answer" });
      const asked = left.get(answer.sequence);
      if (asked === undefined || isTimeExtension(answer)) continue;
      left.delete(answer.sequence);
      bench.require(
        answer.slot === asked,
        {
          ja: `スロット${asked}への応答がスロット${answer.slot}として返った`,
          en: `the answer to slot ${asked} came as slot ${answer.slot}`,
        },
        answer.seq,
      );
    }
    return { ja: "両方の応答のbSlotが一致", en: "both answers came with their slots" };
  },
});
