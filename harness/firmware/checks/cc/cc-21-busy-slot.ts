import { ERROR } from "../../../../devices/ccid/constants.ts";
import type { CcidFrame } from "../../../../devices/ccid/frame.ts";
import { xfrBlock } from "../../../../devices/ccid/writer.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered, SELECT } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS, isTimeExtension, statusText, succeeded } from "../../host-side.ts";

/** The card works so long that the second command comes meanwhile, ms; too short for it to ask for more time. */
const WORK_MS = 50;

/** A slot does one thing at a time, and finishes it. */
export const busySlot = firmwareCheck({
  id: "CC-21",
  set: "CC",
  title: { ja: "処理中のスロットへの2つ目のコマンド", en: "a second command on a busy slot" },
  expected: {
    ja: "2つ目は失敗とbError E0、1つ目は正常に終わる",
    en: "the second fails with bError E0, and the first ends well",
  },
  clause: "USB CCID 1.1 §6.2.6 (CMD_SLOT_BUSY); firmware-validation.md §1.4",
  severity: "must",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "処理中のスロットにはE0で応答し、実行中のコマンドに触れないでください",
    en: "answer E0 for a slot at work and leave its command alone",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    const first = xfrBlock(host.to(contactSlot), SELECT);
    const second = xfrBlock(host.to(contactSlot), SELECT);
    const card = playedCard(bench, contactSlot, (_command, index) => {
      if (index === 0) host.send(second);
      return { afterMs: WORK_MS, answer: OK };
    });
    yield* powered(bench, card);
    bench.step("XfrBlock, and another while the card works");
    host.send(first);
    const ends = new Map<number, CcidFrame & { readonly seq: number }>();
    while (ends.size < 2) {
      const answer = yield* host.nextAnswer(HOST_WAIT_MS.transfer);
      bench.require(answer, { ja: "2つのコマンドの片方に応答がない", en: "one of the two commands got no answer" });
      if (!isTimeExtension(answer)) ends.set(answer.sequence, answer);
    }
    const refused = ends.get(second.sequence);
    bench.require(
      refused !== undefined && !succeeded(refused) && refused.b8 === ERROR.slotBusy,
      {
        ja: `2つ目のコマンドに ${refused === undefined ? "応答がない" : statusText(refused)}`,
        en: `the second command: ${refused === undefined ? "no answer" : statusText(refused)}`,
      },
      refused?.seq,
    );
    const finished = ends.get(first.sequence);
    bench.require(
      finished !== undefined && sameBytes(finished.data, OK),
      {
        ja: `1つ目のコマンドに ${finished === undefined ? "応答がない" : statusText(finished)}`,
        en: `the first command: ${finished === undefined ? "no answer" : statusText(finished)}`,
      },
      finished?.seq,
    );
    return { ja: "2つ目はE0、1つ目は正常終了", en: "E0 for the second, and the first ended well" };
  },
});
