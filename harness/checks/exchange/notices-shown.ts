import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, tellsOf } from "../reading.ts";

/** A success may carry a remark, for example that the card's certificate ends soon; it is shown as it is. */
export const noticesShown = check({
  id: "exchange/notices-shown",
  title: { ja: "処理結果メッセージの表示", en: "remarks are shown" },
  expected: {
    ja: "正常終了に付いた処理結果メッセージを利用者に示す",
    en: "shows the processing message that comes with a success",
  },
  clause: "receipt-system-interface.md §2.3 rows 13–14",
  requires: ["R1-04"],
  next: { ja: "ProcessingResultMessage を画面に表示してください", en: "show ProcessingResultMessage on the screen" },
  judge(trace) {
    const remarks = answersOf(trace).filter(
      ({ record }) =>
        record.MessageHeader.SegmentOfResult === "1" && record.MessageBody.ProcessingResultMessage !== undefined,
    );
    if (remarks.length === 0) return inconc({ ja: "メッセージ付きの結果がなかった", en: "no result carried a remark" });
    const shown = actsOf(trace, "alerted").filter(({ message }) => message.alert === "notice");
    const missed = remarks.filter((answer) => !shown.some(tellsOf(trace, answer)));
    const [first] = missed;
    if (first !== undefined)
      return fail(
        missed.map(({ seq }) => seq),
        { ja: `表示されなかった: ${first.file.name}`, en: `not shown: ${first.file.name}` },
      );
    return pass(
      shown.map(({ seq }) => seq),
      { ja: "メッセージを表示した", en: "the remark was shown" },
    );
  },
  passes: ["C61"],
  bites: ["C61@broken/hides-notices"],
});
