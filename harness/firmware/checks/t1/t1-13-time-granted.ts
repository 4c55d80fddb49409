import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { t1Check } from "./t1-check.ts";

const MULTIPLIER = 2;

/** A request for more time is granted with the same byte. */
export const timeGranted = t1Check({
  id: "T1-13",
  title: { ja: "S(WTX要求)への応答", en: "S(WTX request) is answered" },
  expected: { ja: "S(WTX応答)を同じ1バイトで返す", en: "S(WTX response) comes with the same byte" },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 4, §9 X23",
  severity: "must",
  next: {
    ja: "S(WTX応答)のLENを1とし、要求の値をそのまま返してください",
    en: "give S(WTX response) LEN 1 and the byte of the request",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    bench.step(`S(WTX request) ${MULTIPLIER}`);
    const command = card.transfer();
    yield* card.command();
    card.askForTime(MULTIPLIER);
    const heard = yield* card.hear();
    bench.require(
      heard.kind === "S-response" && heard.name === "WTX" && heard.inf.length === 1 && heard.inf[0] === MULTIPLIER,
      { ja: `S(WTX要求) 02 に ${blockText(heard)}`, en: `S(WTX request) 02 was followed by ${blockText(heard)}` },
    );
    card.answer();
    yield* card.result(command);
    return { ja: blockText(heard), en: blockText(heard) };
  },
});
