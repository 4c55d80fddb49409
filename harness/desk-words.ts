import type { Bilingual } from "../simulator/kernel/bilingual.ts";
import { codeLists } from "../simulator/messages/code-lists.ts";
import { divisionNames } from "../simulator/neighbours/claim-review.ts";
import { fallbackProofNames, fallbackSituationNames, proofRulingNames } from "../simulator/rules/fallback-proof.ts";
import { alertNames, basisNames, refusalNames } from "./reports/code-words.ts";
import { welfareAnswerNames } from "./reports/expense-words.ts";
import { medicalKindNames, medicalOutcomeNames, viewerRoleNames } from "./subjects/medical-words.ts";
import { standingNames } from "./subjects/subject.ts";

/** What the values at the desk mean, by the id of their list and the value: docs/catalogue/desk.md shows them. */
export const deskWords: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  alert: alertNames,
  refusal: refusalNames,
  standing: standingNames,
  proof: basisNames,
  situation: fallbackSituationNames,
  "fallback-proof": fallbackProofNames,
  ruling: proofRulingNames,
  division: divisionNames,
  role: viewerRoleNames,
  "medical-kind": medicalKindNames,
  "medical-outcome": medicalOutcomeNames,
  "welfare-answer": welfareAnswerNames,
  ratio: codeLists.contributionRatio.values,
  gate: {
    outage: { ja: "障害時の資格確認の画面", en: "the web screen for an outage" },
    disaster: { ja: "災害時医療情報閲覧の画面", en: "the web screen for a disaster" },
  },
  care: {
    outpatient: { ja: "入院外", en: "out-patient" },
    inpatient: { ja: "入院", en: "in-patient" },
  },
  "claim-basis": {
    current: { ja: "診療日に有効な資格", en: "the insurance valid on the days of care" },
    past: { ja: "過去の資格", en: "an insurance known from before" },
    unknown: { ja: "不詳請求", en: "unknown: sevens for the numbers" },
  },
  medium: {
    online: { ja: "オンライン請求", en: "claimed online" },
    electronic: { ja: "電子媒体", en: "on a disk" },
    paper: { ja: "書面", en: "on paper" },
  },
  "billing-source": {
    online: { ja: "オンライン資格確認の回答", en: "the answer of the online check" },
    printed: { ja: "券面", en: "what the certificate says" },
  },
  "declaration-form": {
    oral: { ja: "口頭（前回から変更なし）", en: "by word of mouth: nothing changed" },
    written: { ja: "申立書", en: "on the form" },
    incomplete: { ja: "記載不足", en: "items are missing" },
  },
  "declaration-item": {
    name: { ja: "氏名", en: "name" },
    birthdate: { ja: "生年月日", en: "birthdate" },
    sex: { ja: "性別", en: "sex" },
    address: { ja: "住所", en: "address" },
    contact: { ja: "連絡先", en: "how to reach the patient" },
    insurer: { ja: "加入している医療保険", en: "the insurance" },
  },
  "office-task": {
    "ask-insurer": { ja: "保険者に確認する", en: "ask the insurer" },
    "ask-new-insurance": { ja: "新しい資格を患者に確認する", en: "ask the patient for the new insurance" },
    "complete-declaration": { ja: "申立書の不足を補う", en: "complete the declaration" },
    "correct-claim": { ja: "レセプトを訂正する", en: "correct the claim" },
  },
  "number-kind": {
    insurer: { ja: "保険者番号", en: "insurer number" },
    "late-elderly-insured": { ja: "後期高齢者医療の被保険者番号", en: "insured number of late-elderly insurance" },
    payer: { ja: "公費負担者番号", en: "payer number" },
    recipient: { ja: "受給者番号", en: "recipient number" },
    facility: { ja: "医療機関コード", en: "facility code" },
  },
};
