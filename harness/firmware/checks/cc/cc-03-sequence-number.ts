import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { frame } from "../../../../devices/ccid/frame.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** An answer carries the number of its command, also when the host's counter runs over. */
export const sequenceNumber = firmwareCheck({
  id: "CC-03",
  set: "CC",
  title: { ja: "bSeqの返送とFFから00への折り返し", en: "bSeq comes back, also from FF to 00" },
  expected: {
    ja: "どの応答もコマンドと同じbSeqを持つ（FFの次は00）",
    en: "every answer has the bSeq of its command; 00 follows FF",
  },
  clause: "USB CCID 1.1 §6.1, §6.2; firmware-validation.md §1.4",
  severity: "must",
  needs: ["ccid"],
  next: { ja: "bSeqを応答へそのまま写しているか確認してください", en: "copy bSeq into the answer, as one byte" },
  *run(bench: Bench) {
    for (const sequence of [0x7f, 0x80, 0xfe, 0xff, 0x00, 0x01]) {
      bench.step(`GetSlotStatus with bSeq ${sequence.toString(16)}`);
      bench.host.send(frame(COMMAND.getSlotStatus, { sequence }));
      const answer = yield* bench.host.nextAnswer(HOST_WAIT_MS.status);
      bench.require(answer, { ja: `bSeq ${sequence} に応答がない`, en: `no answer to bSeq ${sequence}` });
      bench.require(
        answer.sequence === sequence,
        {
          ja: `bSeq ${sequence} に対し ${answer.sequence} が返った`,
          en: `bSeq ${sequence} was answered with ${answer.sequence}`,
        },
        answer.seq,
      );
    }
    return { ja: "6個のbSeqがすべて一致", en: "six numbers came back as they were sent" };
  },
});
