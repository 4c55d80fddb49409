import { COMMAND, ERROR } from "../../../../devices/ccid/constants.ts";
import { plainCommand, powerOn } from "../../../../devices/ccid/writer.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { commandName, statusText, succeeded } from "../../host-side.ts";

/** A slot behind the last one is nobody's. */
export const missingSlot = firmwareCheck({
  id: "CC-09",
  set: "CC",
  title: { ja: "存在しないスロット", en: "a slot that does not exist" },
  expected: { ja: "失敗とbError 05を返す", en: "failed with bError 05, the index of bSlot" },
  clause: "USB CCID 1.1 §6.2.6 (slot does not exist); firmware-validation.md §1.2, §8",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "bSlotをbMaxSlotIndexと比べてから処理してください",
    en: "compare bSlot with bMaxSlotIndex before anything is done",
  },
  *run(bench: Bench) {
    const { host, ics } = bench;
    for (const slot of [ics.slots, 0xff]) {
      for (const command of [plainCommand(COMMAND.getSlotStatus, host.to(slot)), powerOn(host.to(slot), 0)]) {
        const name = commandName(command);
        bench.step(name);
        const answer = yield* host.ask(command);
        bench.require(
          !succeeded(answer) && answer.b8 === ERROR.badSlot,
          { ja: `${name} に ${statusText(answer)}`, en: `${name} was answered with ${statusText(answer)}` },
          answer.seq,
        );
      }
    }
    return { ja: "bError 05で拒否した", en: "refused with bError 05" };
  },
});
