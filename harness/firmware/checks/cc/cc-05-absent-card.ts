import { COMMAND, COMMAND_STATUS, ICC_STATUS } from "../../../../devices/ccid/constants.ts";
import { plainCommand, powerOn, xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Bench } from "../../bench.ts";
import { SELECT } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { iccStatusOf, statusText } from "../../host-side.ts";

/** A host tells a card that is gone from one that is broken by two bits. */
export const absentCard = firmwareCheck({
  id: "CC-05",
  set: "CC",
  title: { ja: "カードなしの状態ビット", en: "status bits without a card" },
  expected: {
    ja: "bmICCStatusは2。失敗はbStatus 42で返す",
    en: "bmICCStatus is 2, and failures have bStatus 42",
  },
  clause: "USB CCID 1.1 §6.2.6 (bmICCStatus); firmware-validation.md §1.1, §9 X10",
  severity: "must",
  needs: ["ccid", "bench"],
  next: {
    ja: "失敗の応答にもカードの有無（下位2ビット）を入れてください",
    en: "put the state of the card into the low two bits of failures too",
  },
  *run(bench: Bench) {
    const { host, ics } = bench;
    for (let slot = 0; slot < ics.slots; slot++) {
      bench.step(`GetSlotStatus of the empty slot ${slot}`);
      const status = yield* host.ask(plainCommand(COMMAND.getSlotStatus, host.to(slot)));
      bench.require(
        iccStatusOf(status) === ICC_STATUS.absent,
        {
          ja: `空のスロット${slot}のGetSlotStatusが ${statusText(status)}`,
          en: `GetSlotStatus of the empty slot ${slot}: ${statusText(status)}`,
        },
        status.seq,
      );
      for (const [name, command] of [
        ["IccPowerOn", powerOn(host.to(slot), 0)],
        ["XfrBlock", xfrBlock(host.to(slot), SELECT)],
      ] as const) {
        bench.step(`${name} to the empty slot ${slot}`);
        const answer = yield* host.ask(command);
        bench.require(
          answer.b7 === (COMMAND_STATUS.failed | ICC_STATUS.absent),
          {
            ja: `空のスロット${slot}の${name}が ${statusText(answer)}（42のはず）`,
            en: `${name} to the empty slot ${slot}: ${statusText(answer)} instead of 42`,
          },
          answer.seq,
        );
      }
    }
    return { ja: "カードなしは状態2、失敗は42", en: "2 without a card, and 42 for failures" };
  },
});
