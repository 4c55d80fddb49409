import { muquc02 } from "../../../simulator/messages/index.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, resultsOf } from "../reading.ts";

/** A bulk answer is told row by row; whoever is not plainly valid is asked again when they come. */
export const batchRowsFlagged = check({
  id: "eligibility/batch-rows-flagged",
  title: { ja: "一括照会の再確認の印", en: "rows of a bulk answer are flagged" },
  expected: {
    ja: "一括照会のエラー行と資格有効性1以外の行すべてに、受付時の再確認の印を付ける。件数は行数と一致する",
    en: "flags every error and every row that is not valid for another check at reception; the counts are those of the rows",
  },
  clause:
    "eligibility-rules.md §3.5, §3.6 V16; requirements.md R1-20, R1-21, C30, C32; receipt-system-interface.md §6.3 no. 12",
  requires: ["R0-17", "R1-20", "R1-21", "SYS-37"],
  next: {
    ja: "処理結果状況2の行と資格有効性2～6の行を受付時の再確認対象にしてください",
    en: "put rows with status 2 and rows with validity 2 to 6 on the list for reception",
  },
  judge(trace) {
    const final = resultsOf(trace, muquc02).findLast(({ record }) => record.MessageHeader.SegmentOfResult === "1");
    if (final === undefined) return inconc({ ja: "一括照会の結果がなかった", en: "no bulk answer was finished" });
    const { MessageHeader, MessageBody } = final.record;
    const units = MessageBody.BulkConfirmUnit;
    const counted = Number(MessageHeader.NumberOfNormalProcessing) + Number(MessageHeader.NumberOfError);
    if (counted !== units.length)
      return fail([final.seq], { ja: "件数が行数と一致しない", en: "the counts are not those of the rows" });
    const told = new Map(
      actsOf(trace, "batch-row")
        .filter(({ message }) => message.file.toLowerCase() === final.file.name.toLowerCase())
        .map((act) => [act.message.key, act] as const),
    );
    for (const unit of units) {
      const key = unit.QualificationConfirmSearchInfo?.ArbitraryIdentifier ?? "";
      const act = told.get(key);
      const wanted = unit.ProcessingResultStatus !== "1" || unit.QualificationValidity !== "1";
      if (act === undefined)
        return fail([final.seq], { ja: `行${key}の結果を取り込まなかった`, en: `row ${key} was not taken in` });
      if (act.message.recheck !== wanted)
        return fail([final.seq, act.seq], {
          ja: `行${key}: 再確認の印が${wanted ? "ない" : "余計に付いた"}`,
          en: `row ${key}: ${wanted ? "not flagged" : "flagged though valid"}`,
        });
    }
    return pass(
      [...told.values()].map(({ seq }) => seq),
      { ja: `${units.length}行すべて正しい`, en: `all ${units.length} rows are right` },
    );
  },
  passes: ["C30", "C32"],
  bites: ["C30@broken/flags-no-batch-rows", "C32@broken/flags-no-batch-rows"],
});
