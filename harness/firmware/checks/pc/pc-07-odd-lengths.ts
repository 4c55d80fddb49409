import { SW } from "../../../../devices/iso7816/status-word.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { answerText, ask, certificateSelected, SELECT_JPKI } from "./program.ts";

/** READ BINARY without Le: it asks for no data, so none may come. */
const READ_NOTHING = fromHex("00 B0 00 00");

/** Bytes go to the card as they are: four stay four, and a wrong Lc is the card's to refuse. */
export const oddLengths = pcCheck({
  id: "PC-07",
  title: { ja: "4バイトのコマンドと誤ったLc", en: "a command of four bytes, and a wrong Lc" },
  expected: {
    ja: "Leのないコマンドにデータは返らず、Lcの合わないコマンドにはカードの6700がそのまま返る",
    en: "a command without Le gets no data, and one whose Lc is wrong gets the card's 6700, untouched",
  },
  clause: "ISO/IEC 7816-4 §5.1 (cases), §5.6 (6700); firmware-validation.md §9 X28",
  severity: "must",
  next: {
    ja: "コマンドを書き直さずにカードへ渡してください（4バイト目の後に00を付けない、Lcを直さない）",
    en: "pass commands on as they are: no 00 behind four bytes, no Lc put right",
  },
  *run(bench: Bench) {
    yield* certificateSelected(bench);
    bench.step("READ BINARY of four bytes");
    const nothing = yield* ask(bench, READ_NOTHING);
    bench.require(nothing.data.length === 0, {
      ja: `Leのないコマンドに${answerText(nothing).ja}`,
      en: `a command without Le got ${answerText(nothing).en}`,
    });
    bench.step("SELECT whose last byte is missing");
    const short = yield* ask(bench, SELECT_JPKI.slice(0, -1));
    bench.require(short.sw === SW.wrongLength && short.data.length === 0, {
      ja: `Lcの合わないコマンドに${answerText(short).ja}（6700のはず）`,
      en: `a command whose Lc is wrong got ${answerText(short).en}; 6700 was due`,
    });
    return { ja: "データは返らず、6700が返った", en: "no data, and 6700" };
  },
});
