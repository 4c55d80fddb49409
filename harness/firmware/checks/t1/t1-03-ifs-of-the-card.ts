import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { SMALL_BLOCK_ATR } from "../../cards.ts";
import { t1Check, updateBinary } from "./t1-check.ts";

const COMMAND_BYTES = 100;
/** Half of what the ATR says. */
const NEW_IFSC = 16;

/** The card asks for smaller blocks in the middle of a chain, and gets them. */
export const ifsOfTheCard = t1Check({
  id: "T1-03",
  title: { ja: "カードからのS(IFS要求)", en: "S(IFS request) of the card" },
  expected: {
    ja: "同じINFで応答し、以後のブロックは新しいIFSCを超えない",
    en: "the same INF comes back, and no later block is longer than the new IFSC",
  },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 5",
  severity: "must",
  next: {
    ja: "S(IFS応答)に要求と同じ値を返し、その値をIFSCとして保存してください",
    en: "send the value back in S(IFS response), and keep it as IFSC",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power(SMALL_BLOCK_ATR);
    bench.step(`S(IFS request) ${NEW_IFSC} after the first piece of a command`);
    card.transfer(updateBinary(COMMAND_BYTES));
    const first = yield* card.piece();
    card.say({ kind: "S-request", name: "IFS", inf: Uint8Array.of(NEW_IFSC) });
    const heard = yield* card.hear();
    bench.require(heard.kind === "S-response" && heard.name === "IFS" && heard.inf[0] === NEW_IFSC, {
      ja: `S(IFS要求) ${NEW_IFSC} に ${blockText(heard)}`,
      en: `S(IFS request) ${NEW_IFSC} was followed by ${blockText(heard)}`,
    });
    bench.step("the rest of the command");
    card.confirm(first);
    yield* card.command();
    const longest = Math.max(...card.pieces.slice(1).map(({ inf }) => inf.length));
    bench.require(longest <= NEW_IFSC, {
      ja: `${NEW_IFSC}バイトに縮めた後に${longest}バイトのブロック`,
      en: `a block of ${longest} bytes came after the card had asked for ${NEW_IFSC}`,
    });
    return { ja: `応答は同じ値、以後は最長${longest}バイト`, en: `answered, and ${longest} bytes at most afterwards` };
  },
});
