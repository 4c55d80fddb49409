import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { frame } from "../../../../devices/ccid/frame.ts";
import { encodeMessage } from "../../../../devices/ccid-serial/frame.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answerIn } from "../../host-side.ts";

/** Long enough for an answer nobody should send, ms. */
const LISTEN_MS = 150;

/** A frame whose LRC is wrong is answered with NAK and never carried out. */
export const badLrc = firmwareCheck({
  id: "SR-01",
  set: "SR",
  title: { ja: "LRC誤りのフレームにNAK", en: "a frame with a wrong LRC gets NAK" },
  expected: { ja: "03 15 16 を返し、コマンドを実行しない", en: "03 15 16 comes back and nothing is carried out" },
  clause: "firmware-validation.md §2 (framing), §9 X03",
  severity: "must",
  needs: ["ccid"],
  next: { ja: "受信フレームのLRCを照合してください", en: "check the LRC of what was received before using it" },
  *run(bench: Bench) {
    bench.step("GetSlotStatus with one bit of its LRC wrong");
    const bytes = encodeMessage(frame(COMMAND.getSlotStatus, bench.host.to(0)));
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 0x01;
    bench.host.sendBytes(bytes);
    const heard = yield* bench.host.during(LISTEN_MS);
    const carriedOut = heard.find(({ event }) => answerIn(event) !== undefined);
    bench.require(
      carriedOut === undefined,
      { ja: "LRC誤りのコマンドが実行された", en: "the command was carried out all the same" },
      carriedOut?.seq,
    );
    bench.require(
      heard.some(({ event }) => event.kind === "nak"),
      { ja: "NAKが返らない", en: "no NAK came" },
    );
    return { ja: "NAKが返り、実行されなかった", en: "NAK, and nothing was carried out" };
  },
});
