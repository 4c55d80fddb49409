import { encodeCommand } from "../../../../devices/iso7816/apdu.ts";
import { selectApplication } from "../../../../devices/iso7816/commands.ts";
import { SW } from "../../../../devices/iso7816/status-word.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { answerText, ask, SELECT_JPKI } from "./program.ts";

/** F0 and the letters SIMUNKNOWN: no card has it, because nobody registers what begins with F (ISO/IEC 7816-4: category F). */
const SELECT_UNKNOWN = encodeCommand(selectApplication(fromHex("F053494D554E4B4E4F574E")));

/** The card's own words for an application that is there, and for one that is not. */
export const selectAnswers = pcCheck({
  id: "PC-02",
  title: { ja: "SELECTの応答", en: "answers to SELECT" },
  expected: {
    ja: "公的個人認証APは9000、知らないAIDは6A82がそのまま返る",
    en: "9000 for the JPKI application and 6A82 for an AID nobody has, untouched",
  },
  clause: "ISO/IEC 7816-4 §7.1.1 (SELECT); my-number-card.md §2.2; a My Number card is known by it (§3.3)",
  severity: "must",
  next: {
    ja: "状態語をリーダーやドライバーで置き換えていないか確認してください",
    en: "look whether reader or driver put another status word in place of the card's",
  },
  *run(bench: Bench) {
    bench.step("SELECT of the JPKI application");
    const known = yield* ask(bench, SELECT_JPKI);
    bench.require(known.sw === SW.ok && known.data.length === 0, {
      ja: `公的個人認証APに${answerText(known).ja}。マイナンバーカードを置いてください`,
      en: `the JPKI application got ${answerText(known).en}; put a My Number card on the reader`,
    });
    bench.step("SELECT of an application nobody has");
    const unknown = yield* ask(bench, SELECT_UNKNOWN);
    bench.require(unknown.sw === SW.notFound && unknown.data.length === 0, {
      ja: `知らないAIDに${answerText(unknown).ja}（6A82のはず）`,
      en: `an AID nobody has got ${answerText(unknown).en}; 6A82 was due`,
    });
    return { ja: "9000と6A82が返った", en: "9000 and 6A82" };
  },
});
