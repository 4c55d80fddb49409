import type { Bench } from "../../bench.ts";
import { blockText } from "../../block-text.ts";
import type { CardByHand } from "../../card-by-hand.ts";
import { t1Check } from "./t1-check.ts";

/** The least, the most of ISO/IEC 14443-4, and the most of T=1. */
const MULTIPLIERS = [1, 59, 255] as const;

/** Every multiplier of T=1 is granted, also those ISO-DEP does not have. */
export const everyMultiplier = t1Check({
  id: "T1-18",
  title: { ja: "WTXの倍率1・59・255", en: "multipliers 1, 59 and 255" },
  expected: { ja: "どの倍率にも応じる", en: "every one of them is granted" },
  clause: "ISO/IEC 7816-3 §11.6; firmware-validation.md §5 rule 4",
  severity: "must",
  next: {
    ja: "59までに限るのは非接触（ISO/IEC 14443-4）だけです。T=1では255まで応じてください",
    en: "59 is the limit of ISO/IEC 14443-4; T=1 goes up to 255",
  },
  *play(bench: Bench, card: CardByHand) {
    yield* card.power();
    for (const multiplier of MULTIPLIERS) {
      bench.step(`S(WTX request) ${multiplier}`);
      const command = card.transfer();
      yield* card.command();
      card.askForTime(multiplier);
      const heard = yield* card.hear();
      bench.require(heard.kind === "S-response" && heard.name === "WTX", {
        ja: `倍率${multiplier}に ${blockText(heard)}`,
        en: `multiplier ${multiplier} was followed by ${blockText(heard)}`,
      });
      card.answer();
      yield* card.result(command);
    }
    return { ja: "3種とも応じた", en: "all three were granted" };
  },
});
