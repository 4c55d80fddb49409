import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { muquc02 } from "../../../simulator/messages/index.ts";
import type { BulkConfirmUnit, BulkInquiryAnswer } from "../../../simulator/messages/kinds/muquc02.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { type ActCrossing, actsOf, type ReadResult, resultsOf, sameFile } from "../reading.ts";

type Final = ReadResult<BulkInquiryAnswer>;
type Row = ActCrossing<"batch-row">;

/** The finished result of each job: booked patients may be handed in at once, or in several jobs. */
function finalsOf(trace: Trace): readonly Final[] {
  const finished = resultsOf(trace, muquc02).filter(({ record }) => record.MessageHeader.SegmentOfResult === "1");
  return [...new Map(finished.map((final) => [final.record.MessageHeader.ReceptionNumber, final])).values()];
}

function countsAgree({ record: { MessageHeader, MessageBody } }: Final): boolean {
  const { NumberOfNormalProcessing, NumberOfError } = MessageHeader;
  return Number(NumberOfNormalProcessing) + Number(NumberOfError) === MessageBody.BulkConfirmUnit.length;
}

const keyOf = (unit: BulkConfirmUnit): string => unit.QualificationConfirmSearchInfo?.ArbitraryIdentifier ?? "";

/** What was made of the rows of a file, by their keys. */
function rowsOf(trace: Trace, { file }: Final): ReadonlyMap<string, Row> {
  const rows = actsOf(trace, "batch-row").filter(({ message }) => sameFile(message.file, file.name));
  return new Map(rows.map((row) => [row.message.key, row]));
}

/** What is wrong with a row as it was taken in; undefined when nothing is. */
function wrongIn(unit: BulkConfirmUnit, row: Row | undefined): Bilingual | undefined {
  if (row === undefined) return { ja: "結果を取り込まなかった", en: "not taken in" };
  const { ProcessingResultStatus: status, QualificationValidity: validity } = unit;
  const { message } = row;
  if (message.status !== status || message.validity !== validity)
    return { ja: "処理結果状況・資格有効性が結果と違う", en: "status or validity are not those of the result" };
  const wanted = status !== "1" || validity !== "1";
  if (message.recheck === wanted) return undefined;
  return wanted
    ? { ja: "再確認の印がない", en: "not flagged" }
    : { ja: "再確認の印が余計に付いた", en: "flagged though valid" };
}

/** A bulk answer is told row by row; whoever is not plainly valid is asked again when they come. */
export const batchRowsFlagged = check({
  id: "eligibility/batch-rows-flagged",
  title: { ja: "一括照会の再確認の印", en: "rows of a bulk answer are flagged" },
  expected: {
    ja: "一括照会の行ごとに処理結果状況と資格有効性を取り込み、エラー行と1以外の行すべてに受付時の再確認の印を付ける。件数は行数と一致する",
    en: "takes status and validity of each row and flags every error and every row that is not valid for another check at reception; the counts are those of the rows",
  },
  clause:
    "eligibility-rules.md §3.5, §3.6 V16; requirements.md R1-20, R1-21, C30, C32; receipt-system-interface.md §6.3 no. 12",
  requires: ["R0-17", "R1-20", "R1-21", "SYS-37"],
  next: {
    ja: "行ごとの資格有効性をそのまま保存し、処理結果状況2の行と資格有効性2～6の行を受付時の再確認対象にしてください",
    en: "store the validity of each row as it came; put rows with status 2 and rows with validity 2 to 6 on the list for reception",
  },
  judge(trace) {
    const finals = finalsOf(trace);
    if (finals.length === 0) return inconc({ ja: "一括照会の結果がなかった", en: "no bulk answer was finished" });
    const evidence: number[] = [];
    for (const final of finals) {
      if (!countsAgree(final))
        return fail([final.seq], { ja: "件数が行数と一致しない", en: "the counts are not those of the rows" });
      const rows = rowsOf(trace, final);
      for (const unit of final.record.MessageBody.BulkConfirmUnit) {
        const key = keyOf(unit);
        const row = rows.get(key);
        const wrong = wrongIn(unit, row);
        if (wrong !== undefined)
          return fail([final.seq, ...(row === undefined ? [] : [row.seq])], {
            ja: `行${key}: ${wrong.ja}`,
            en: `row ${key}: ${wrong.en}`,
          });
      }
      evidence.push(...[...rows.values()].map(({ seq }) => seq));
    }
    return pass(evidence, { ja: `${evidence.length}行すべて正しい`, en: `all ${evidence.length} rows are right` });
  },
  passes: ["C30", "C32"],
  bites: ["C30@broken/flags-no-batch-rows", "C32@broken/flags-no-batch-rows", "C30@broken/blurs-batch-rows"],
});
