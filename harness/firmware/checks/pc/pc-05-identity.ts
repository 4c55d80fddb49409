import { isContactless } from "../../../../devices/iso7816/atr.ts";
import { SW } from "../../../../devices/iso7816/status-word.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { pcCheck } from "./pc-check.ts";
import { answerText, ask } from "./program.ts";

const GET_UID = fromHex("FF CA 00 00 00");
/** A PUPI has four bytes, the UIDs of Type A four, seven or ten, an IDm eight. */
const UID_BYTES: readonly number[] = [4, 7, 8, 10];

/** What the reader itself answers to the class it keeps. */
export const identity = pcCheck({
  id: "PC-05",
  title: { ja: "識別子の取得（FF CA）", en: "the identifier by FF CA" },
  expected: {
    ja: "非接触ではUIDまたはPUPIと9000、接触ではデータなしのエラー（6A81、6D00など）",
    en: "UID or PUPI and 9000 on a contactless reader; an error without data (6A81, 6D00 …) on one with contacts",
  },
  clause: "PC/SC 2.01 part 3 §3.2.2.1.3; firmware-validation.md §6",
  severity: "should",
  next: {
    ja: "クラスFFのGET DATAをリーダーで処理してください。ない機能は6A81と答えます",
    en: "answer GET DATA of class FF in the reader; what it does not know is 6A81",
  },
  *run(bench: Bench) {
    bench.step("FF CA 00 00 00");
    const answer = yield* ask(bench, GET_UID);
    const { ja, en } = answerText(answer);
    if (isContactless(bench.pcsc.atr()))
      bench.require(answer.sw === SW.ok && UID_BYTES.includes(answer.data.length), {
        ja: `非接触で${ja}`,
        en: `contactless, and ${en}`,
      });
    else
      bench.require(answer.sw !== SW.ok && answer.data.length === 0, {
        ja: `接触で${ja}（識別子はないはず）`,
        en: `contacts, and ${en}; there is no identifier to tell`,
      });
    return { ja, en };
  },
});
