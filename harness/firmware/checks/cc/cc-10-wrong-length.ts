import { COMMAND, ERROR } from "../../../../devices/ccid/constants.ts";
import { frame } from "../../../../devices/ccid/frame.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { commandName, statusText, succeeded } from "../../host-side.ts";

/** Commands without data, and how many they are given. */
const TOO_LONG = [
  { type: COMMAND.getSlotStatus, dataBytes: 1 },
  { type: COMMAND.iccPowerOff, dataBytes: 3 },
] as const;

/** A command with a length it cannot have was not understood by one of the two. */
export const wrongLength = firmwareCheck({
  id: "CC-10",
  set: "CC",
  title: { ja: "コマンドに合わないdwLength", en: "a dwLength the command cannot have" },
  expected: { ja: "失敗とbError 01を返す", en: "failed with bError 01, the index of dwLength" },
  clause: "USB CCID 1.1 §6.2.6 (index of the bad byte); firmware-validation.md §1.2, §8",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "データを持たないコマンドではdwLengthが0であることを確認してください",
    en: "see that dwLength is 0 for commands without data",
  },
  *run(bench: Bench) {
    for (const { type, dataBytes } of TOO_LONG) {
      const command = frame(type, { ...bench.host.to(0), data: new Uint8Array(dataBytes) });
      const name = `${commandName(command)}, dwLength ${dataBytes}`;
      bench.step(name);
      const answer = yield* bench.host.ask(command);
      bench.require(
        !succeeded(answer) && answer.b8 === ERROR.badLength,
        { ja: `${name} に ${statusText(answer)}`, en: `${name} was answered with ${statusText(answer)}` },
        answer.seq,
      );
    }
    return { ja: "bError 01で拒否した", en: "refused with bError 01" };
  },
});
