import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../../devices/ccid/writer.ts";
import { MAX_RESENDS } from "../../../../devices/ccid-serial/constants.ts";
import { nak } from "../../../../devices/ccid-serial/frame.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { LISTEN_MS } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** A frame is sent again three times; then the line waits for the next command. */
export const nakLimit = firmwareCheck({
  id: "SR-03",
  set: "SR",
  title: { ja: "再送は3回まで", en: "sent again three times, no more" },
  expected: {
    ja: "NAK 3回まで再送し、4回目は送らず、次のコマンドに応答する",
    en: "sent again on three NAK, silence on the fourth, and the next command is answered",
  },
  clause: "firmware-validation.md §2 (at most 3), §11 (NAK limit 3: our choice)",
  severity: "should",
  needs: ["ccid"],
  next: {
    ja: "再送回数を数え、上限に達したら次のコマンドを待ってください",
    en: "count what is sent again, and wait for the next command at the limit",
  },
  *run(bench: Bench) {
    const status = () => plainCommand(COMMAND.getSlotStatus, bench.host.to(0));
    bench.step("GetSlotStatus");
    yield* bench.host.ask(status());
    for (let time = 1; time <= MAX_RESENDS; time++) {
      bench.step(`NAK ${time}`);
      bench.host.sendBytes(nak());
      const again = yield* bench.host.nextAnswer(HOST_WAIT_MS.status);
      bench.require(again, { ja: `${time}回目のNAKで再送されない`, en: `nothing came again on NAK ${time}` });
    }
    bench.step("one NAK too many");
    bench.host.sendBytes(nak());
    const more = yield* bench.host.nextAnswer(LISTEN_MS);
    bench.require(
      more === undefined,
      { ja: "4回目のNAKでも再送された", en: "it came again on the fourth NAK too" },
      more?.seq,
    );
    bench.step("GetSlotStatus after the line gave up");
    yield* bench.host.ask(status());
    return { ja: "3回再送し、次のコマンドに応答した", en: "three times again, then the next command was answered" };
  },
});
