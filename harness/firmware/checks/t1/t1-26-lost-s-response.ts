import type { SRequest, T1Block } from "../../../../devices/t1/block.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { blockText, type Heard } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { BESIDE_THE_POINT, grantResynch, resynchAsked, t1Check } from "./t1-check.ts";

/** An S request whose answer was lost is sent again as it was; an R block would ask for something else. */
export const lostSResponse = t1Check({
  id: "T1-26",
  title: { ja: "S応答の欠落", en: "a lost S response" },
  expected: {
    ja: "S(IFS要求)・S(RESYNCH要求)に応答がなければ、同じS要求を再送する（Rブロックは送らない）",
    en: "S(IFS request) and S(RESYNCH request) without an answer are sent again as they were, and no R block instead",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 7",
  severity: "must",
  next: {
    ja: "最後に送ったブロックがS要求なら、再試行ではそのブロックを送ってください",
    en: "when the last block sent was an S request, a retry is that block",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* poweredWithLostIfs(bench, card);
    yield* card.exchange();
    bench.step("a command that gets no sensible answer, up to RESYNCH");
    const command = card.transfer();
    const request = yield* resynchAsked(bench, card);
    card.say(BESIDE_THE_POINT);
    demandSame(bench, request, yield* card.hear());
    grantResynch(card, request);
    yield* card.command();
    card.answer();
    yield* card.result(command);
    return { ja: "同じS要求が再送された", en: "the same S request came again" };
  },
});

/** Powers the card; its first answer to S(IFS request) is lost, where the reader sends one. */
function* poweredWithLostIfs(bench: Bench, card: CardByHand): Process<void> {
  card.answersIfs = false;
  card.insert();
  bench.step("power, and the answer to S(IFS request) is lost");
  let requests = 0;
  const reply = (heard: Heard): T1Block | undefined =>
    heard.kind === "S-request" && requests++ > 0 ? { ...heard, kind: "S-response" } : undefined;
  yield* card.served(bench.host.powerOn(bench.contactSlot), reply);
  card.answersIfs = true; // a reader may ask later than at power-on, or not at all: T1-02 judges that
  const at = card.log.findIndex(({ kind }) => kind === "S-request");
  const request = card.log[at];
  if (request?.kind === "S-request") demandSame(bench, request, card.log[at + 1]);
}

/** The same S request comes again. */
function demandSame(bench: Bench, request: SRequest, again: Heard = { kind: "silence" }): void {
  const isSame = again.kind === "S-request" && again.name === request.name && sameBytes(again.inf, request.inf);
  bench.require(isSame, {
    ja: `応答のない ${blockText(request)} の後に ${blockText(again)}`,
    en: `${blockText(request)} without an answer was followed by ${blockText(again)}`,
  });
}
