import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Kept } from "../../simulator/kernel/pco.ts";
import type { Alert, Refusal, Standing, SubjectAct } from "../subjects/subject.ts";

const alertNames: Readonly<Record<Alert, Bilingual>> = {
  "identity-difference": { ja: "本人情報の相違", en: "identity differs" },
  "insurance-lost": { ja: "資格喪失", en: "insurance lost" },
  "newer-insurance-exists": { ja: "新しい資格あり", en: "newer insurance exists" },
  "not-found": { ja: "該当資格なし", en: "not found" },
  "several-found": { ja: "複数該当", en: "several found" },
  "no-answer": { ja: "応答なし", en: "no answer" },
  "request-refused": { ja: "要求の拒否", en: "request refused" },
  "centre-error": { ja: "センター側の異常", en: "trouble at the centre" },
  "unreadable-file": { ja: "読めないファイル", en: "unreadable file" },
  "insurance-changed": { ja: "資格の変更", en: "insurance changed" },
  "consent-expired": { ja: "同意期間の終了", en: "consent expired" },
  notice: { ja: "お知らせ", en: "notice" },
};

const refusalNames: Readonly<Record<Refusal, Bilingual>> = {
  unreadable: { ja: "読めない", en: "unreadable" },
  "other-day": { ja: "別の日の結果", en: "of another day" },
  duplicate: { ja: "重複", en: "duplicate" },
  "nobody-waits": { ja: "待つ来院なし", en: "nobody waits for it" },
  "other-person": { ja: "別人の結果", en: "of another person" },
};

const standingNames: Readonly<Record<Standing, Bilingual>> = {
  confirmed: { ja: "確認済み", en: "confirmed" },
  provisional: { ja: "仮", en: "provisional" },
  unconfirmed: { ja: "未確認", en: "unconfirmed" },
  refused: { ja: "資格なし", en: "refused" },
};

/** What the receipt system did, in a line. */
export function actSummary(act: SubjectAct): Bilingual {
  switch (act.act) {
    case "asked":
      return { ja: `来院${act.visit}: ${act.file} で要求`, en: `visit ${act.visit}: asked with ${act.file}` };
    case "imported":
      return {
        ja: `来院${act.visit}（カルテ${act.chart}）に ${act.file} を取込`,
        en: `visit ${act.visit} (chart ${act.chart}): imported ${act.file}`,
      };
    case "refused": {
      const reason = refusalNames[act.reason];
      return { ja: `${act.file} を取り込まない: ${reason.ja}`, en: `${act.file} not imported: ${reason.en}` };
    }
    case "alerted": {
      const alert = alertNames[act.alert];
      const { ja, en } = visitWords(act.visit);
      return { ja: `${ja}「${alert.ja}」を表示`, en: `${en}told the user: ${alert.en}` };
    }
    case "settled": {
      const standing = standingNames[act.standing];
      return {
        ja: `来院${act.visit}を「${standing.ja}」で受付終了（根拠 ${act.basis}）${act.recheck ? "、後日確認の印あり" : ""}`,
        en: `visit ${act.visit} settled as ${standing.en} (basis: ${act.basis})${act.recheck ? ", flagged for another check" : ""}`,
      };
    }
    case "drugs":
      return act.shown
        ? { ja: `来院${act.visit}: 薬剤情報を表示`, en: `visit ${act.visit}: drug information shown` }
        : { ja: `来院${act.visit}: 薬剤情報を表示しない`, en: `visit ${act.visit}: drug information not shown` };
    case "erased":
      return { ja: `来院${act.visit}のデータを消去`, en: `visit ${act.visit}: data erased` };
    case "holdings":
      return { ja: `保有データの一覧: ${act.people.length}人`, en: `holdings listed: ${act.people.length} people` };
  }
}

const stepNames: Readonly<Record<Kept<"scenario.step">["step"], Bilingual>> = {
  known: { ja: "カルテあり", en: "chart exists" },
  reception: { ja: "受付", en: "reception" },
  "check-in": { ja: "顔認証付きカードリーダーで受付", en: "check-in at the reader" },
  inquiry: { ja: "番号による照会", en: "inquiry by number" },
  settle: { ja: "窓口の受付終了", en: "the visit is settled" },
  recheck: { ja: "再照会", en: "asked again" },
  "view-drugs": { ja: "薬剤情報の閲覧", en: "drug information viewed" },
  erase: { ja: "データの消去", en: "data erased" },
  "list-holdings": { ja: "保有データの一覧", en: "holdings listed" },
  wait: { ja: "待機", en: "wait" },
  arm: { ja: "障害の注入", en: "fault armed" },
  repair: { ja: "障害の復旧", en: "fault repaired" },
  together: { ja: "同時に実行", en: "all at once" },
};

/** What the scenario meant to happen, in a line. */
export function stepSummary({ step, visit, persona, fault, ms }: Kept<"scenario.step">): Bilingual {
  const { ja, en } = visitWords(visit);
  const about = [persona, fault, ms === undefined ? undefined : `${ms} ms`].filter((part) => part !== undefined);
  const detail = about.length === 0 ? "" : ` (${about.join(", ")})`;
  return { ja: `${ja}${stepNames[step].ja}${detail}`, en: `${en}${stepNames[step].en}${detail}` };
}

function visitWords(visit: string | undefined): Bilingual {
  return visit === undefined ? { ja: "", en: "" } : { ja: `来院${visit}: `, en: `visit ${visit}: ` };
}
