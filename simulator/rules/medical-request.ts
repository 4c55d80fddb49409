import { DAY_MS } from "../kernel/civil-time.ts";
import type { FacilityConsentKind } from "../population/facility.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** On what path a request for medical information rests. */
export type MedicalPath = "card" | "number" | "batch" | "ticket" | "home" | "online" | "emergency" | "disaster";

/**
 * How a consent from afar stands on a day: in force, over, or for a visit still ahead. At home it stands while the care
 * relation goes on, online on the day of the visit.
 */
export type VisitStanding = "ahead" | "stands" | "over";

/** One request for one kind of medical information, as the centre sees it. */
export interface MedicalRequestCase {
  readonly path: MedicalPath;
  readonly kind: FacilityConsentKind;
  /** The account that asks is a 医療情報閲覧者 and its role may view the kind (eligibility-rules.md §6.2). */
  readonly viewer: boolean;
  /** The facility has the kind switched on. */
  readonly switchedOn: boolean;
  /** Insured today only by 自衛官診療証 or 日雇特例: there is no claim-based information to give, whatever number is named. */
  readonly excluded: boolean;
  /** The certificate was in its grace period when the consent was asked (§7.1). */
  readonly grace: boolean;
  readonly choice: "given" | "refused" | "withdrawn" | undefined;
  /** Since the consent, ms. */
  readonly ageMs: number;
  readonly windowMs: number;
  /** Home and online visits. */
  readonly visit: VisitStanding;
  /** Emergency and disaster: the gate is open for this facility (§15.1, §15.2). */
  readonly gateOpen: boolean;
}

/** What the centre makes of it; the codes are ours (receipt-system-interface.md §8.1). */
export type MedicalVerdict = "answered" | "SIM-P-105" | "SIM-P-106";

const asked = (given: Partial<MedicalRequestCase> = {}): MedicalRequestCase => ({
  path: "card",
  kind: "drug",
  viewer: true,
  switchedOn: true,
  excluded: false,
  grace: false,
  choice: "given",
  ageMs: 0,
  windowMs: DAY_MS,
  visit: "over",
  gateOpen: false,
  ...given,
});
const row = rowsOf<MedicalRequestCase, MedicalVerdict>();

/** Whether a request for medical information is answered (eligibility-rules.md §5, the decision under the table). */
export const medicalRequest = decisionTable({
  id: "medical-request",
  title: { ja: "医療情報の要求に答えるか", en: "whether a request for medical information is answered" },
  source: "eligibility-rules.md §5",
  requires: ["R0-19", "R0-23", "R0-24", "R1-06", "R1-33", "SYS-06", "SYS-49"],
  rows: [
    row({
      id: "5/no-viewer",
      condition: {
        ja: "医療情報閲覧者でないアカウント、または閲覧できない職種",
        en: "no viewer's account, or a role that may not view",
      },
      outcome: { ja: "拒否", en: "refused" },
      confidence: "M",
      matches: ({ viewer }) => !viewer,
      result: () => "SIM-P-105",
      vectors: [
        { title: "C28: a clerk's account", given: asked({ viewer: false }), gives: "SIM-P-105" },
        {
          title: "an open gate does not help",
          given: asked({ path: "disaster", gateOpen: true, viewer: false }),
          gives: "SIM-P-105",
        },
      ],
    }),
    row({
      id: "5/excluded",
      condition: {
        ja: "対象外の人（自衛官診療証、日雇特例）",
        en: "excluded people: Self-Defence Forces, day labourers",
      },
      outcome: { ja: "拒否", en: "refused" },
      confidence: "H",
      matches: ({ excluded }) => excluded,
      result: () => "SIM-P-105",
      vectors: [
        { title: "class 07", given: asked({ excluded: true }), gives: "SIM-P-105" },
        {
          title: "there is nothing to show in an emergency either",
          given: asked({ path: "emergency", gateOpen: true, excluded: true, choice: undefined }),
          gives: "SIM-P-105",
        },
      ],
    }),
    row({
      id: "5/emergency",
      condition: {
        ja: "救急（意識不明等）・災害時：開放されている",
        en: "emergency (unconscious and the like) or disaster, the gate open",
      },
      outcome: { ja: "生命の保護のため同意なしで答える", en: "answered without consent, to protect life" },
      confidence: "H",
      matches: ({ path, gateOpen }) => (path === "emergency" || path === "disaster") && gateOpen,
      result: () => "answered",
      vectors: [
        {
          title: "unconscious",
          given: asked({ path: "emergency", gateOpen: true, choice: undefined }),
          gives: "answered",
        },
        {
          title: "C77: disaster area",
          given: asked({ path: "disaster", gateOpen: true, choice: undefined }),
          gives: "answered",
        },
      ],
    }),
    row({
      id: "5/gate-closed",
      condition: { ja: "救急・災害時：開放されていない", en: "emergency or disaster, the gate closed" },
      outcome: { ja: "拒否", en: "refused" },
      confidence: "H",
      matches: ({ path }) => path === "emergency" || path === "disaster",
      result: () => "SIM-P-105",
      vectors: [{ title: "outside the area", given: asked({ path: "disaster" }), gives: "SIM-P-105" }],
    }),
    row({
      id: "5/without-card",
      condition: {
        ja: "番号・一括照会・医療券の番号による（カードで同意していない）",
        en: "by number, batch or ticket number: no consent by card",
      },
      outcome: { ja: "拒否", en: "refused" },
      confidence: "H",
      matches: ({ path }) => path === "number" || path === "batch" || path === "ticket",
      result: () => "SIM-P-105",
      vectors: [
        { title: "C31: after a batch", given: asked({ path: "batch" }), gives: "SIM-P-105" },
        { title: "by number", given: asked({ path: "number" }), gives: "SIM-P-105" },
        { title: "K-04: by ticket number", given: asked({ path: "ticket" }), gives: "SIM-P-105" },
      ],
    }),
    row({
      id: "5/grace",
      condition: { ja: "証明書が猶予期間中だった", en: "the certificate was in its grace period" },
      outcome: { ja: "拒否（資格のみ）", en: "refused: eligibility only" },
      confidence: "H",
      matches: ({ grace }) => grace,
      result: () => "SIM-P-105",
      vectors: [{ title: "V18", given: asked({ grace: true }), gives: "SIM-P-105" }],
    }),
    row({
      id: "5/switched-off",
      condition: { ja: "施設がその種類を利用していない", en: "the facility has the kind switched off" },
      outcome: { ja: "拒否", en: "refused" },
      confidence: "M",
      matches: ({ switchedOn }) => !switchedOn,
      result: () => "SIM-P-105",
      vectors: [{ title: "surgery", given: asked({ kind: "surgery", switchedOn: false }), gives: "SIM-P-105" }],
    }),
    row({
      id: "5/not-given",
      condition: { ja: "その種類に同意していない、拒否した", en: "no consent to the kind, or refused" },
      outcome: { ja: "拒否（同意なし）", en: "refused: no consent" },
      confidence: "H",
      matches: ({ choice }) => choice === undefined || choice === "refused",
      result: () => "SIM-P-105",
      vectors: [
        { title: "never asked", given: asked({ choice: undefined }), gives: "SIM-P-105" },
        {
          title: "C26: the second check said no, within 24 hours",
          given: asked({ choice: "refused", ageMs: 1 }),
          gives: "SIM-P-105",
        },
      ],
    }),
    row({
      id: "5/withdrawn",
      condition: { ja: "同意が取り消された", en: "the consent was withdrawn" },
      outcome: { ja: "拒否（期限切れ）", en: "refused: expired" },
      confidence: "M",
      matches: ({ choice }) => choice === "withdrawn",
      result: () => "SIM-P-106",
      vectors: [
        {
          title: "home visits",
          given: asked({ path: "home", choice: "withdrawn", visit: "over" }),
          gives: "SIM-P-106",
        },
        {
          title: "drugs alone, while the consent to the rest stands",
          given: asked({ path: "home", choice: "withdrawn", visit: "stands" }),
          gives: "SIM-P-106",
        },
      ],
    }),
    row({
      id: "5/home",
      condition: { ja: "訪問診療等：診療関係が続いている", en: "home visits: the care relation goes on" },
      outcome: { ja: "答える（24時間を過ぎても）", en: "answered, beyond 24 hours too" },
      confidence: "H",
      matches: ({ path, visit }) => path === "home" && visit === "stands",
      result: () => "answered",
      vectors: [
        {
          title: "a month later",
          given: asked({ path: "home", visit: "stands", ageMs: 30 * DAY_MS }),
          gives: "answered",
        },
      ],
    }),
    row({
      id: "5/home-ended",
      condition: { ja: "訪問診療等：診療関係が終わった", en: "home visits: the care relation has ended" },
      outcome: { ja: "拒否（期限切れ）", en: "refused: expired" },
      confidence: "H",
      matches: ({ path }) => path === "home",
      result: () => "SIM-P-106",
      vectors: [{ title: "an hour after the consent", given: asked({ path: "home", ageMs: 1 }), gives: "SIM-P-106" }],
    }),
    row({
      id: "5/online",
      condition: { ja: "オンライン診療等：受診日", en: "online visits: the day of the visit" },
      outcome: { ja: "答える", en: "answered" },
      confidence: "M",
      matches: ({ path, visit }) => path === "online" && visit === "stands",
      result: () => "answered",
      vectors: [
        {
          title: "consented two days before",
          given: asked({ path: "online", visit: "stands", ageMs: 2 * DAY_MS }),
          gives: "answered",
        },
      ],
    }),
    row({
      id: "5/online-not-yet",
      condition: { ja: "オンライン診療等：受診日の前", en: "online visits: before the day of the visit" },
      outcome: {
        ja: "拒否（その日の同意はまだない）",
        en: "refused: there is no consent for the day yet, and none expired",
      },
      confidence: "A",
      matches: ({ path, visit }) => path === "online" && visit === "ahead",
      result: () => "SIM-P-105",
      vectors: [{ title: "the day before", given: asked({ path: "online", visit: "ahead" }), gives: "SIM-P-105" }],
    }),
    row({
      id: "5/online-other-day",
      condition: { ja: "オンライン診療等：受診日を過ぎた", en: "online visits: the day of the visit is over" },
      outcome: { ja: "拒否（期限切れ）", en: "refused: expired" },
      confidence: "M",
      matches: ({ path }) => path === "online",
      result: () => "SIM-P-106",
      vectors: [{ title: "the day after", given: asked({ path: "online" }), gives: "SIM-P-106" }],
    }),
    row({
      id: "5/expired",
      condition: {
        ja: "同意から24時間以上（終わりは含まない）",
        en: "24 hours or more since the consent: the end is exclusive",
      },
      outcome: { ja: "拒否（期限切れ）", en: "refused: expired" },
      confidence: "A",
      matches: ({ ageMs, windowMs }) => ageMs >= windowMs,
      result: () => "SIM-P-106",
      vectors: [
        { title: "V20: at 24 hours", given: asked({ ageMs: DAY_MS }), gives: "SIM-P-106" },
        { title: "a millisecond after", given: asked({ ageMs: DAY_MS + 1 }), gives: "SIM-P-106" },
      ],
    }),
    row({
      id: "5/within",
      condition: { ja: "同意から24時間未満", en: "less than 24 hours since the consent" },
      outcome: { ja: "答える", en: "answered" },
      confidence: "H",
      matches: () => true,
      result: () => "answered",
      vectors: [
        { title: "at once", given: asked(), gives: "answered" },
        { title: "V20: 23:59:59", given: asked({ ageMs: DAY_MS - 1_000 }), gives: "answered" },
        { title: "a millisecond before", given: asked({ ageMs: DAY_MS - 1 }), gives: "answered" },
      ],
    }),
  ],
});
