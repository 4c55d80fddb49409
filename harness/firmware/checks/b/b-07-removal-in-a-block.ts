import { clearAir } from "../../../../devices/iso14443/field.ts";
import type { Block } from "../../../../devices/iso14443/frame.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Antenna, TypeBPlay } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { counted, OK, SELECT, withOk } from "../../cards.ts";
import { succeeded } from "../../host-side.ts";
import { isBlock } from "./frames.ts";
import { typeBCheck } from "./type-b-check.ts";

/** Blocks of the reader during which the card is taken away, and a card to which such a block is sent. */
const removals = [
  { kind: "I", play: {} },
  { kind: "R(ACK)", play: { answer: () => withOk(counted(400)) } },
  { kind: "S(WTX)", play: { wtxFactor: 1, answer: () => ({ afterMs: 100, answer: OK }) } },
] as const satisfies readonly { readonly kind: Block["kind"]; readonly play: TypeBPlay }[];

/** A card taken away in the middle of a command is a failure, whatever block was on the air, and part of an answer is none. */
export const removalInABlock = typeBCheck({
  id: "B-07",
  title: { ja: "Iブロック・R・S(WTX)の最中の取り外し", en: "removal during an I, R or S block" },
  expected: {
    ja: "どのブロックの最中でも失敗を返し、途中までのデータを応答にしない",
    en: "a failure whatever block was on the air; what came before is not handed on as the answer",
  },
  clause: "ISO/IEC 14443-4 §7.5.4; firmware-validation.md §8, §9 X45",
  severity: "critical",
  next: {
    ja: "連鎖の途中で応答が途絶えたら、受け取った分を捨てて失敗を返してください",
    en: "when a chain breaks off, throw away what came and answer with an error",
  },
  *play(bench: Bench, antenna: Antenna) {
    for (const { kind, play } of removals) yield* removedDuring(bench, antenna, kind, play);
    return { ja: "3通りとも失敗を返した", en: "all three were told as failures" };
  },
});

function* removedDuring(bench: Bench, antenna: Antenna, kind: Block["kind"], play: TypeBPlay): Process<void> {
  antenna.passage = clearAir;
  yield* antenna.powered(play);
  antenna.passage = (frame, way) => {
    if (way === "to-card" && isBlock(frame, kind)) antenna.clear();
    return frame;
  };
  bench.step(`the card is taken away during ${kind}`);
  const answer = yield* bench.host.transfer(SELECT, bench.antennaSlot);
  bench.require(
    !succeeded(answer),
    {
      ja: `${kind} の最中に外したのに成功を返した（${answer.data.length} バイト）`,
      en: `taken away during ${kind}, and told as success with ${answer.data.length} bytes`,
    },
    answer.seq,
  );
}
