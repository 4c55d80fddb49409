import { check, fail, inconc, pass } from "../../check.ts";
import { faceFilesIn, sittingsOf } from "./sittings.ts";

/** 券面事項入力補助AP: the number as text. */
const TEXT_APPLICATION = "text-input";
/** EF 0005 of 券面事項確認AP: the number as a picture. */
const SELECT_NUMBER_PICTURE = "00A4020C020005";

/** Nothing of a check-in reaches for the 12-digit number: neither its file nor its picture, nor the application that holds it. */
export const numberFileUntouched = check({
  id: "reader/number-file-untouched",
  title: { ja: "個人番号に触れない", en: "the number is never touched" },
  expected: {
    ja: "券面事項入力補助APを選択せず、個人番号の画像を選択せず、個人番号が通信に現れない",
    en: "selects neither the text application nor the picture of the number, and the number never passes",
  },
  clause: "requirements.md F29, R1-44, N-05; my-number-card.md §1.4, §1.5",
  requires: ["R1-44", "N-05"],
  next: {
    ja: "資格確認に不要なアプリケーションとファイルの選択をやめてください",
    en: "select nothing that the check does not need",
  },
  judge(trace) {
    const exchanges = trace.on("card.apdu");
    const touched = exchanges.filter(
      ({ message: { application, command }, marks }) =>
        application === TEXT_APPLICATION ||
        (application === "card-surface" && command.startsWith(SELECT_NUMBER_PICTURE)) ||
        marks?.includes("personal-number") === true,
    );
    if (touched.length > 0)
      return fail(
        touched.map(({ seq }) => seq),
        { ja: "個人番号のファイルに触れた", en: "the number file was touched" },
      );
    const files = sittingsOf(trace).flatMap(faceFilesIn);
    if (files.length === 0) return inconc({ ja: "最後まで進んだ受付がなかった", en: "no check-in came to its end" });
    return pass(
      files.map(({ seq }) => seq),
      {
        ja: `${exchanges.length}コマンドに個人番号へのアクセスなし`,
        en: `no access to the number in ${exchanges.length} commands`,
      },
    );
  },
  passes: ["F29"],
  bites: ["F29@reader/reads-personal-number"],
});
