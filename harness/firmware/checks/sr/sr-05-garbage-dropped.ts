import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../../devices/ccid/writer.ts";
import { encodeMessage } from "../../../../devices/ccid-serial/frame.ts";
import { concat, fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, heardUntil, LISTEN_MS } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** None of them begins a frame or a notice. */
const GARBAGE = fromHex("00 11 7E 06 15 22 FF");

/** What lies on the line before a frame is nobody's: it is dropped, and the frame behind it counts. */
export const garbageDropped = firmwareCheck({
  id: "SR-05",
  set: "SR",
  title: { ja: "03の前のごみを読み捨て", en: "garbage before 03 is dropped" },
  expected: {
    ja: "ごみを読み捨て、続くフレームに応答する。ごみにはNAKを返さない",
    en: "garbage is dropped, the frame behind it answered, and no NAK sent for the garbage",
  },
  clause: "firmware-validation.md §2 (receiver: drop until the next 03; no NAK for it: our choice)",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "03を待つ間の不明なバイトは捨て、NAKはフレームの誤りにだけ返してください",
    en: "while waiting for 03 drop what is unknown; NAK is for frames alone, else the host sends a command twice",
  },
  *run(bench: Bench) {
    bench.step("seven bytes of garbage and GetSlotStatus in one write");
    const command = plainCommand(COMMAND.getSlotStatus, bench.host.to(0));
    bench.host.sendBytes(concat(GARBAGE, encodeMessage(command)));
    const heard = yield* heardUntil(bench, answers(command), HOST_WAIT_MS.status);
    const answer = heard.find(({ event }) => answers(command)(event));
    bench.require(answer, { ja: "ごみに続くフレームに応答がない", en: "the frame behind the garbage got no answer" });
    const afterwards = yield* bench.host.during(LISTEN_MS);
    const refused = [...heard, ...afterwards].find(({ event }) => event.kind === "nak");
    bench.require(refused === undefined, { ja: "ごみにNAKが返った", en: "NAK came for the garbage" }, refused?.seq);
    return { ja: "ごみは捨てられ、フレームに応答した", en: "the garbage was dropped, the frame answered" };
  },
});
