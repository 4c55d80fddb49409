import { leavesOf, originAt } from "../../devices/readers/origin.ts";
import type { Management, ReaderProfile, ReaderTrouble } from "../../devices/readers/profile.ts";
import { readerProfiles } from "../../devices/readers/profiles/index.ts";
import { signalEvents, signalsFor } from "../../devices/readers/signals.ts";
import { callCentre } from "../../devices/readers/support-line.ts";
import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import { SECOND_MS } from "../../simulator/kernel/civil-time.ts";
import {
  connectionNames,
  hoursText,
  joined,
  methodNames,
  nothing,
  phoneNames,
  placingText,
  signalNames,
  signalText,
  troubleNames,
  visualModeNames,
} from "./reader-words.ts";

/** A line of the comparison: one thing, as each reader has it. */
export interface ComparisonRow {
  readonly title: Bilingual;
  /** Paths of the values it speaks of, for their marks. */
  readonly of: readonly string[];
  readonly text: (profile: ReaderProfile) => Bilingual;
}

/** What a cell of the comparison says, and where it comes from. */
export interface ComparisonCell {
  readonly text: Bilingual;
  /** `P[C]`, `P[S]` or `P[I]` for what is public, `o` for ours; several where the values differ. */
  readonly marks: string;
}

const seconds = (...times: readonly number[]): Bilingual => {
  const written = times.map((ms) => ms / SECOND_MS).join(" / ");
  return { ja: `${written} 秒`, en: `${written} s` };
};
const ARROW = same(" → ");

function managementText({ entry, rights }: Management): Bilingual {
  const { ja, en } = joined(rights);
  return rights.length === 0 ? entry : { ja: `${entry.ja}（権限：${ja}）`, en: `${entry.en} (rights: ${en})` };
}

const recoveryRow = (trouble: ReaderTrouble): ComparisonRow => ({
  title: troubleNames[trouble],
  of: [`recovery.${trouble}`],
  text: ({ recovery }) => joined(recovery[trouble], ARROW),
});

/** All lines, in the order people ask: whom to call, what it can do, what it shows, how long it waits. */
export const comparisonRows: readonly ComparisonRow[] = [
  { title: { ja: "メーカー", en: "maker" }, of: ["maker"], text: ({ maker }) => maker ?? nothing },
  { title: { ja: "製品名", en: "product" }, of: ["product"], text: ({ product }) => same(product ?? nothing.en) },
  {
    title: { ja: "サポート窓口", en: "support line" },
    of: ["support.phone"],
    text: ({ support }) => same(support?.phone ?? nothing.en),
  },
  {
    title: { ja: "受付時間", en: "support hours" },
    of: ["support.hours", "support.newYear", "support.summer"],
    text: ({ support }) => (support === undefined ? nothing : hoursText(support)),
  },
  {
    title: { ja: "本人確認の方法", en: "ways to confirm" },
    of: ["methods"],
    text: ({ methods }) => joined(methods.map((method) => methodNames[method])),
  },
  { title: { ja: "スマートフォン", en: "smartphones" }, of: ["phone"], text: ({ phone }) => phoneNames[phone] },
  {
    title: { ja: "目視確認モード", en: "visual mode" },
    of: ["visualModes"],
    text: ({ visualModes }) => joined(visualModes.map((mode) => visualModeNames[mode])),
  },
  { title: { ja: "カードの置き方", en: "card goes in" }, of: ["placing"], text: ({ placing }) => placingText(placing) },
  {
    title: { ja: "紙・プラスチックの保険証", en: "paper and plastic cards" },
    of: ["readsPaperCard"],
    text: ({ readsPaperCard }) => (readsPaperCard ? { ja: "カメラで読取り", en: "read by camera" } : nothing),
  },
  {
    title: { ja: "端末との接続", en: "link to the terminal" },
    of: ["connection"],
    text: ({ connection }) => connectionNames[connection],
  },
  ...signalEvents.map((event) => ({
    title: signalNames[event],
    of: [`signals.${event}`],
    text: (profile: ReaderProfile) => signalText(signalsFor(profile, event)),
  })),
  {
    title: { ja: "設定の入り口", en: "way to the settings" },
    of: ["management"],
    text: ({ management }) => (management === undefined ? nothing : managementText(management)),
  },
  recoveryRow("chip-not-felt"),
  recoveryRow("reader-lost"),
  {
    title: { ja: "復帰値", en: "return values" },
    of: ["returnValues"],
    text: ({ returnValues }) =>
      joined(
        Object.entries(returnValues).map(([value, { means, staff }]) =>
          joined([{ ja: `${value}: ${means.ja}`, en: `${value}: ${means.en}` }, staff], ARROW),
        ),
      ),
  },
  {
    title: { ja: "顔認証の回数と1回の時間", en: "face tries, length of one" },
    of: ["face.tries", "face.tryMs"],
    text: ({ face: { tries, tryMs } }) => joined([same(String(tries)), seconds(tryMs)], same(" × ")),
  },
  {
    title: { ja: "しきい値（一致／生体、千分率）", en: "thresholds (likeness / liveness, thousandths)" },
    of: ["face.threshold", "face.liveThreshold"],
    text: ({ face: { threshold, liveThreshold } }) => same(`${threshold} / ${liveThreshold}`),
  },
  {
    title: { ja: "待ち時間（方法／暗証番号／同意／取り出し）", en: "waits (choice / PIN / consent / removal)" },
    of: ["choiceMs", "pinMs", "consentMs", "removalMs"],
    text: ({ choiceMs, pinMs, consentMs, removalMs }) => seconds(choiceMs, pinMs, consentMs, removalMs),
  },
  {
    title: { ja: "画面", en: "screens" },
    of: ["screens"],
    text: ({ screens }) => same(Object.keys(screens).join(" ")),
  },
  {
    title: { ja: "メッセージ", en: "messages" },
    of: ["messages"],
    text: ({ messages }) => same(Object.keys(messages).sort().join(" ")),
  },
  {
    title: { ja: "通信上の名乗り", en: "on the wire" },
    of: ["wire"],
    text: ({ wire: { firmwareText, maxMessageBytes, echoes } }) => ({
      ja: `${firmwareText}、最大${maxMessageBytes}バイト、エコー${echoes ? "あり" : "なし"}`,
      en: `${firmwareText}, at most ${maxMessageBytes} bytes, ${echoes ? "echo" : "no echo"}`,
    }),
  },
];

/** The readers compared, as they stand in the registry. */
export const comparedReaders: readonly ReaderProfile[] = Object.values(readerProfiles);

/** What the marks mean. */
export const markLegend: Bilingual = {
  ja: "P 公開情報（[C] 確認済み、[S] 出典1件、[I] 公開情報からの推定）／ o 本ソフト独自の選択（実製品の事実ではない）",
  en: "P public ([C] confirmed, [S] one source, [I] inferred from public facts); o our choice, no fact about any product",
};

/** Whom to call whatever the reader. */
export const centreText: Bilingual = {
  ja: `オンライン資格確認等コールセンター（全機種共通） ${callCentre.phone} ${hoursText(callCentre).ja}`,
  en: `Call centre of the operator, for any reader: ${callCentre.phone}, ${hoursText(callCentre).en}`,
};

/** One cell: what a reader has, and the marks of the values behind it. */
export function comparisonCell({ of, text }: ComparisonRow, profile: ReaderProfile): ComparisonCell {
  const { origins, ...values } = profile;
  const marks = leavesOf(values)
    .filter(([leaf]) => of.some((path) => leaf === path || leaf.startsWith(`${path}.`) || path.startsWith(`${leaf}.`)))
    .map(([leaf]) => originAt(origins, leaf))
    .flatMap((origin) => (origin === undefined ? [] : [origin.origin === "public" ? `P[${origin.mark}]` : "o"]));
  return { text: text(profile), marks: [...new Set(marks)].sort().join(" ") };
}
