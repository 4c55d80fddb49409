import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { frame } from "../../../../devices/ccid/frame.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { commandName, statusText, succeeded } from "../../host-side.ts";

/** Bytes 7 to 9, none of which these commands use. */
const RESERVED = { b7: 0xa5, b8: 0x5a, b9: 0xff };

/** Bytes without a meaning today may get one; a reader of today looks past them. */
export const reservedBytes = firmwareCheck({
  id: "CC-22",
  set: "CC",
  title: { ja: "予約バイトの無視", en: "reserved bytes are ignored" },
  expected: {
    ja: "予約バイトが0でなくてもコマンドを実行する",
    en: "a command is carried out whatever its reserved bytes hold",
  },
  clause: "USB CCID 1.1 §6.1; firmware-validation.md §8",
  severity: "should",
  needs: ["ccid"],
  next: { ja: "abRFUのバイトは検査しないでください", en: "do not look at the bytes called abRFU" },
  *run(bench: Bench) {
    for (const type of [COMMAND.getSlotStatus, COMMAND.iccPowerOff]) {
      const command = frame(type, { ...bench.host.to(0), ...RESERVED });
      bench.step(`${commandName(command)} with A5 5A FF in its reserved bytes`);
      const answer = yield* bench.host.ask(command);
      bench.require(
        succeeded(answer),
        {
          ja: `${commandName(command)} が ${statusText(answer)} で拒否された`,
          en: `${commandName(command)} was refused: ${statusText(answer)}`,
        },
        answer.seq,
      );
    }
    return { ja: "予約バイトは無視された", en: "reserved bytes made no difference" };
  },
});
