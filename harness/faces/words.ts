import type { FaceQuality } from "../../devices/readers/face/quality.ts";
import type { FaceDecision } from "../../devices/readers/face/verdict.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** What has to be known before any figure is believed. Stands first in every report. */
export const caveats = [
  {
    ja: "これは模擬器の照合器の校正です。実在する顔認証製品・カードリーダーの性能を示すものではありません。",
    en: "This calibrates a simulator's matcher. It states nothing about any real face product or reader.",
  },
  {
    ja: "顔はすべて計算で描いた絵です。実在の人の顔での誤り率はここからは分かりません。",
    en: "Every face is drawn from a seed. How often real faces would be mistaken cannot be learnt from this.",
  },
  {
    ja: "しきい値・撮影条件・攻撃の強さは当方の選択です。顔認証の要件の数値は公開されていません。",
    en: "Thresholds, conditions and the strength of the attacks are our choice: no required figures are public.",
  },
] as const satisfies readonly Bilingual[];

/** Terms of the report with what they mean here, in the words of ISO/IEC 19795-1 and 30107-3. */
export const FACE_TERMS = {
  FTE: {
    ja: "登録失敗率。カードに顔写真がない（1歳未満）か、写真を読み取れない人の割合",
    en: "failure to enrol: people without a photograph on the card (under one year) or with one that cannot be read",
  },
  FTA: {
    ja: "取得失敗率。画質が足りず照合に進めなかった試行の割合",
    en: "failure to acquire: tries whose picture is too poor to compare",
  },
  FNMR: {
    ja: "誤非合致率。本人どうしの照合がしきい値に届かない割合",
    en: "false non-match rate: comparisons of a person with their own photograph below the threshold",
  },
  FMR: {
    ja: "誤合致率。他人との照合（装わない他人）がしきい値に届く割合",
    en: "false match rate: comparisons with the photograph of somebody else, who does not pretend, that reach it",
  },
  FRR: { ja: "誤拒否率。FTA + FNMR ×（1 − FTA）", en: "false reject rate of a try: FTA + FNMR × (1 − FTA)" },
  FAR: { ja: "誤受入率。FMR ×（1 − FTA）", en: "false accept rate of a try: FMR × (1 − FTA)" },
  EER: { ja: "等誤り率。FMRとFNMRが等しくなる点の値", en: "equal error rate: where FMR and FNMR meet" },
  BPCER: {
    ja: "生体の人が攻撃と判定された割合",
    en: "bona fide presentation classification error rate: people taken for an attack",
  },
  APCER: {
    ja: "攻撃が生体の人と判定された割合。攻撃の種類ごとに示す",
    en: "attack presentation classification error rate: attacks taken for a person, by kind of attack",
  },
  IAPAR: {
    ja: "他人の写真での攻撃が、画質・生体・照合のすべてを通った割合",
    en: "impostor attack presentation accept rate: attacks that passed quality, liveness and comparison alike",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What is wrong with a picture, for people. */
export const qualityNames: Readonly<Record<FaceQuality, Bilingual>> = {
  good: { ja: "良好", en: "good" },
  "no-face": { ja: "顔がない", en: "no face" },
  "too-dark": { ja: "暗すぎる", en: "too dark" },
  backlit: { ja: "逆光", en: "light from behind" },
  "too-blurred": { ja: "ぼけている", en: "too blurred" },
};

/** What the gate decides, for people. */
export const decisionNames: Readonly<Record<FaceDecision, Bilingual>> = {
  accepted: { ja: "本人と認める", en: "accepted" },
  "not-matched": { ja: "一致しない", en: "not matched" },
  "not-live": { ja: "生体と認めない", en: "not taken for a living person" },
  "poor-picture": { ja: "撮り直し（画質不足）", en: "picture too poor, try again" },
  "time-over": { ja: "時間切れ", en: "time over" },
};

/** Headings and labels of the calibration report. */
export const faceWords = {
  title: { ja: "顔照合（模擬）の校正報告書", en: "Calibration of the simulated face matcher" },
  before: { ja: "はじめに", en: "Read this first" },
  persons: { ja: "描いた人数", en: "People drawn" },
  seed: { ja: "シード", en: "Seed" },
  asOf: { ja: "年齢の基準日", en: "Ages counted on" },
  reader: { ja: "リーダー", en: "Reader profile" },
  threshold: { ja: "照合のしきい値", en: "Match threshold" },
  liveThreshold: { ja: "生体のしきい値", en: "Liveness threshold" },
  product: { ja: "試験ソフト", en: "Test software" },
  curve: { ja: "誤りのつり合い（DET曲線）", en: "Detection error trade-off (DET)" },
  choosing: { ja: "しきい値の選び方（ふだんの受付）", en: "Choosing a threshold (ordinary day)" },
  wanted: { ja: "目標とするFMR", en: "FMR wanted" },
  needed: { ja: "必要なしきい値", en: "Threshold needed" },
  costs: { ja: "そのときのFNMR", en: "FNMR it costs" },
  tooFew: { ja: "比較数が足りず決められない", en: "too few comparisons to say" },
  conditions: { ja: "撮影条件ごとの結果", en: "Results by condition" },
  condition: { ja: "撮影条件", en: "Condition" },
  accepted: { ja: "通った", en: "Accepted" },
  attacks: { ja: "攻撃（写真のなりすまし）の結果", en: "Attacks with somebody's picture" },
  attack: { ja: "攻撃の種類", en: "Kind of attack" },
  matched: { ja: "照合だけなら通る割合", en: "Would pass comparison alone" },
  terms: { ja: "用語", en: "Terms" },
  method: { ja: "測り方と限界", en: "Method and limits" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How the figures came about, and what they cannot tell. */
export const methodNotes = [
  {
    ja: "人は模擬人口から年齢・性別を引き継いで描き、チップと同じJPEG 2000で登録しました。各条件で1人1回、2コマを撮っています。",
    en: "People are drawn with age and sex from the simulated population and enrolled through JPEG 2000 as on the chip. Each steps up once under every condition; two frames are taken.",
  },
  {
    ja: "他人との照合は1枚につき最大100人。年齢や性別は揃えていないので、似た人どうしより誤りは少なく出ます。",
    en: "A picture is compared with at most 100 others, of any age and sex; among people who look alike errors would be more.",
  },
  {
    ja: "「<」は誤り0件で、真の値はそれ未満（3の法則、95 %）。「≈」は誤りが30件に満たず目安。印がなければ±30 %（30の法則、90 %）。いずれも試行の独立が前提で、同じ写真を何度も使うここでは控えめに読んでください。",
    en: "“<”: no error was seen, the true rate is below that (rule of 3, 95 %). “≈”: fewer than 30 errors, a hint. Neither: within ±30 % (rule of 30, 90 %). Both rules take trials for independent; here photographs are used again and again, so read them with care.",
  },
  {
    ja: "値は1回の試行のものです。リーダーの再試行（既定3回）は含みません。",
    en: "Figures are of one try. The further tries of a reader, three as a rule, are not in them.",
  },
] as const satisfies readonly Bilingual[];
