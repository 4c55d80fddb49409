import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Kept } from "../../simulator/kernel/pco.ts";
import { wordsOfAct } from "../subjects/features/index.ts";
import type { SubjectAct } from "../subjects/subject.ts";
import { standingNames } from "../subjects/subject.ts";
import { alertNames, basisNames, refusalNames, stepName } from "./code-words.ts";

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
      const [standing, basis] = [standingNames[act.standing], basisNames[act.basis]];
      return {
        ja: `来院${act.visit}を「${standing.ja}」で受付終了（根拠: ${basis.ja}）${act.recheck ? "、後日確認の印あり" : ""}`,
        en: `visit ${act.visit} settled as ${standing.en} (basis: ${basis.en})${act.recheck ? ", flagged for another check" : ""}`,
      };
    }
    case "erased":
      return { ja: `来院${act.visit}のデータを消去`, en: `visit ${act.visit}: data erased` };
    case "holdings":
      return { ja: `保有データの一覧: ${act.people.length}人`, en: `holdings listed: ${act.people.length} people` };
    default:
      return wordsOfAct(act);
  }
}

/** What the scenario meant to happen, in a line. */
export function stepSummary({ step, visit, persona, face, fault, ms }: Kept<"scenario.step">): Bilingual {
  const { ja, en } = visitWords(visit);
  const about = [persona, face, fault, ms === undefined ? undefined : `${ms} ms`].filter((part) => part !== undefined);
  const detail = about.length === 0 ? "" : ` (${about.join(", ")})`;
  return { ja: `${ja}${stepName(step).ja}${detail}`, en: `${en}${stepName(step).en}${detail}` };
}

function visitWords(visit: string | undefined): Bilingual {
  return visit === undefined ? { ja: "", en: "" } : { ja: `来院${visit}: `, en: `visit ${visit}: ` };
}
