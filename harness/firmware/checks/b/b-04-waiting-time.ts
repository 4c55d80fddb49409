import { clearAir } from "../../../../devices/iso14443/field.ts";
import { writeFrame } from "../../../../devices/iso14443/writer.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { AirFrame, Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { OK, SELECT } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { factorOf, isBlock } from "./frames.ts";
import { typeBCheck } from "./type-b-check.ts";

/** 40 · 19.4 ms is 773 ms; the answer comes long after FWT and well before that. */
const FACTOR = 40;
const ANSWER_AFTER_MS = 200;
/** Factors that mean nothing: 0, and 60 to 63 (ISO/IEC 14443-4 §7.3). */
const MEANINGLESS = [0, 60] as const;

/** S(WTX) is granted with its factor and waited for; factors that mean nothing are not granted. */
export const waitingTime = typeBCheck({
  id: "B-04",
  title: { ja: "S(WTX)の応答と待ち時間", en: "S(WTX) is answered and waited for" },
  expected: {
    ja: "同じ係数で応答し、FWT×係数だけ待つ。係数0と60以上には応答しない",
    en: "the same factor comes back and FWT times it is waited; factors 0 and above 59 are not granted",
  },
  clause: "ISO/IEC 14443-4 §7.3; firmware-validation.md §6, §9 X29",
  severity: "must",
  next: {
    ja: "S(WTX)の下位6ビットを1〜59に限って返し、次の1回の待ち時間をFWT×係数にしてください",
    en: "send the low six bits back when they are 1 to 59, and wait FWT times as long for the next block",
  },
  *play(bench: Bench, antenna: Antenna) {
    yield* granted(bench, antenna);
    for (const factor of MEANINGLESS) {
      antenna.clear();
      yield* refused(bench, antenna, factor);
    }
    return { ja: "係数40は待ち、0と60は拒んだ", en: "factor 40 was waited for, 0 and 60 were refused" };
  },
});

const slow = { wtxFactor: FACTOR, answer: () => ({ afterMs: ANSWER_AFTER_MS, answer: OK }) } as const;

function* granted(bench: Bench, antenna: Antenna): Process<void> {
  yield* antenna.powered(slow);
  bench.step(`a command during which the card asks for ${FACTOR} times its waiting time`);
  const before = antenna.frames.length;
  const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
  const crossed = antenna.frames.slice(before);
  const isGrant = ({ from, bytes }: AirFrame): boolean => from === "reader" && isBlock(bytes, "S(WTX)");
  const grantedAt = crossed.findIndex(isGrant);
  bench.require(grantedAt >= 0, { ja: "S(WTX)に応答しない", en: "S(WTX) was not answered" });
  const factors = crossed.filter(isGrant).map(({ bytes }) => factorOf(bytes));
  bench.require(
    factors.every((factor) => factor === FACTOR),
    {
      ja: `係数 ${FACTOR} に ${factors.join(", ")} を返した`,
      en: `factor ${FACTOR} was answered with ${factors.join(", ")}`,
    },
  );
  const sinceGrant = crossed.slice(grantedAt + 1);
  bench.require(sinceGrant[0]?.from === "card", {
    ja: "認めた待ち時間の途中で再送を求めた",
    en: "the reader spoke again before the time it granted was over",
  });
  bench.require(
    succeeded(answer),
    { ja: `待った後の応答が届かない（${statusText(answer)}）`, en: `the answer was lost (${statusText(answer)})` },
    answer.seq,
  );
}

function* refused(bench: Bench, antenna: Antenna, factor: number): Process<void> {
  antenna.passage = clearAir;
  yield* antenna.powered(slow);
  antenna.passage = (frame, way) =>
    way === "to-reader" && isBlock(frame, "S(WTX)") ? writeFrame({ kind: "S(WTX)", factor }) : frame;
  bench.step(`a card that asks for ${factor} times its waiting time`);
  const before = antenna.frames.length;
  yield* bench.host.transfer(SELECT, bench.antennaSlot);
  bench.require(
    antenna.fromReader(before).every(({ kind }) => kind !== "S(WTX)"),
    { ja: `無効な係数 ${factor} を認めた`, en: `factor ${factor}, which means nothing, was granted` },
  );
}
