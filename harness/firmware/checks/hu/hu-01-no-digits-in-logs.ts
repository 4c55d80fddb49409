import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { textTells } from "../../pin-forms.ts";
import { enterPin, keysTaken, testPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** No line of the firmware's log tells the digits of a PIN, also not as the bytes of the command. */
export const noDigitsInLogs = padCheck({
  id: "HU-01",
  title: { ja: "ログに暗証番号を書かない", en: "no PIN in the log" },
  expected: {
    ja: "入力した数字が、そのままでもVERIFYの16進表示でも、ログのどの行にも現れない",
    en: "the digits are in no line of the log, neither as they are nor as the bytes of VERIFY",
  },
  clause: "firmware-validation.md §8 HU, §9 X44, §10",
  severity: "critical",
  next: {
    ja: "APDUのログではVERIFY（INS 20）とPC_to_RDR_Secureのデータを伏せてください",
    en: "where commands are traced, leave out the data of VERIFY (INS 20) and of PC_to_RDR_Secure",
  },
  *play(bench: Bench) {
    yield* powered(bench, playedCard(bench, bench.contactSlot));
    const pin = testPin(bench.rng, "HU-01");
    bench.step("a PIN is typed and used");
    yield* enterPin(bench, pin);
    yield* keysTaken(bench);
    const { logs } = bench.card;
    const line = logs.findIndex((text) => textTells(text, pin));
    bench.require(line < 0, {
      ja: `ログの ${line + 1} 行目に入力した数字がある`,
      en: `line ${line + 1} of the log tells the digits`,
    });
    return { ja: `ログ${logs.length}行に数字はない`, en: `${logs.length} lines of log, no digits` };
  },
});
