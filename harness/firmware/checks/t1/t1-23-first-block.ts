import { xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import type { Heard } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { SELECT } from "../../cards.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";
import { BESIDE_THE_POINT, t1Check } from "./t1-check.ts";

const MAX_TRIES = 3;
/** What a reader may take for power behind its answer to the host, ms (ours). */
const AFTERWARDS_MS = 300;

/** A card that answers not even the first block loses its power; RESYNCH is for later. */
export const firstBlock = t1Check({
  id: "T1-23",
  title: { ja: "最初のブロックに応答がないカード", en: "the first block of a session fails" },
  expected: {
    ja: "3回まで試み、RESYNCHを送らずに電源を切る（またはリセットする）",
    en: "three tries, no RESYNCH, then the card is powered off or reset",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 7",
  severity: "must",
  next: {
    ja: "セッション最初のブロックが3回失敗したら、カードを非活性にしてください",
    en: "deactivate the card when the first block of a session has failed three times",
  },
  *play(bench: Bench, card: CardByHand) {
    card.answersIfs = false;
    card.insert();
    const reply = (heard: Heard) => (isPower(heard) ? undefined : BESIDE_THE_POINT);
    bench.step("power, and no sensible answer to the first block");
    yield* card.served(firstBlocks(bench, card), reply);
    if (blocksOf(card) === undefined) yield* card.hear(AFTERWARDS_MS);
    const blocks = blocksOf(card);
    bench.require(blocks, { ja: "カードに電源を供給し続けた", en: "the card kept its power" });
    bench.require(!blocks.some((heard) => heard.kind === "S-request" && heard.name === "RESYNCH"), {
      ja: "セッションが始まる前にRESYNCHを送った",
      en: "RESYNCH was sent before the session had begun",
    });
    bench.require(blocks.length <= MAX_TRIES, {
      ja: `最初のブロックに${blocks.length}回試みた`,
      en: `${blocks.length} tries for the first block`,
    });
    return { ja: `${blocks.length}回で電源を切った`, en: `powered off after ${blocks.length} tries` };
  },
});

const isPower = ({ kind }: Heard): boolean => kind === "power-on" || kind === "power-off";

/** What was said from power-on until power was taken away or given anew; undefined as long as it was not. */
function blocksOf({ log }: CardByHand): readonly Heard[] | undefined {
  const session = log.slice(log.findIndex(({ kind }) => kind === "power-on") + 1);
  const end = session.findIndex(isPower);
  return end < 0 ? undefined : session.slice(0, end);
}

/** Power, and where the reader says nothing to the card of its own accord, a command. */
function* firstBlocks({ host, contactSlot }: Bench, card: CardByHand): Process<void> {
  yield* host.powerOn(contactSlot);
  if (card.log.some((heard) => !isPower(heard))) return;
  const command = xfrBlock(host.to(contactSlot), SELECT);
  host.send(command);
  yield* host.answerTo(command, HOST_WAIT_MS.transfer);
}
