import type {
  CardPlacing,
  ConfirmationMethod,
  PhoneSupport,
  ReaderProfile,
  ReaderTrouble,
  VisualMode,
} from "../../devices/readers/profile.ts";
import type { Lamp, Signal, SignalEvent, Sound } from "../../devices/readers/signals.ts";
import type { DayKind, DaySpan, SupportLine } from "../../devices/readers/support-line.ts";
import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import { SECOND_MS } from "../../simulator/kernel/civil-time.ts";

/** Nothing to tell. */
export const nothing = same("—");

/** Texts one after another; {@link nothing} when there are none. */
export function joined(texts: readonly Bilingual[], between: Bilingual = { ja: "、", en: ", " }): Bilingual {
  if (texts.length === 0) return nothing;
  return {
    ja: texts.map(({ ja }) => ja).join(between.ja),
    en: texts.map(({ en }) => en).join(between.en),
  };
}

/** Ways to confirm, in words. */
export const methodNames: Readonly<Record<ConfirmationMethod, Bilingual>> = {
  face: { ja: "顔認証", en: "face" },
  pin: { ja: "暗証番号", en: "PIN" },
  visual: { ja: "目視", en: "visual" },
  phone: { ja: "スマートフォン", en: "phone" },
};

/** How smartphones are read. */
export const phoneNames: Readonly<Record<PhoneSupport, Bilingual>> = {
  none: { ja: "非対応", en: "none" },
  "paired-reader": { ja: "汎用リーダーを併用", en: "with a general reader beside it" },
  "built-in": { ja: "本体で読取り", en: "by itself" },
};

/** Who opens the visual check. */
export const visualModeNames: Readonly<Record<VisualMode, Bilingual>> = {
  "terminal-menu": { ja: "端末のメニュー", en: "terminal menu" },
  "on-reader": { ja: "リーダーで施設パスワード", en: "facility password on the reader" },
};

/** The plug between reader and terminal. */
export const connectionNames: Readonly<Record<ReaderProfile["connection"], Bilingual>> = {
  usb: same("USB"),
  "com-over-usb": { ja: "USB上のCOMポート", en: "COM port over USB" },
};

/** When the recovery steps are for. */
export const troubleNames: Readonly<Record<ReaderTrouble, Bilingual>> = {
  "chip-not-felt": { ja: "ICチップを検知しないとき", en: "when no chip is felt" },
  "reader-lost": { ja: "リーダーが反応しないとき", en: "when the reader is lost" },
};

/** States that lamp and sound tell, as headings. */
export const signalNames: Readonly<Record<SignalEvent, Bilingual>> = {
  idle: { ja: "ランプと音：待機", en: "signal: idle" },
  "card-felt": { ja: "ランプと音：チップ検知", en: "signal: chip felt" },
  "face-failed": { ja: "ランプと音：顔の不一致", en: "signal: face not matched" },
  done: { ja: "ランプと音：終了", en: "signal: done" },
  "card-left": { ja: "ランプと音：カード置き忘れ", en: "signal: card left" },
  "reader-lost": { ja: "ランプと音：リーダー無反応", en: "signal: reader lost" },
  error: { ja: "ランプと音：エラー", en: "signal: error" },
};

const placingNames = {
  orientation: { horizontal: { ja: "横向き", en: "horizontal" }, vertical: { ja: "縦向き", en: "vertical" } },
  photo: {
    reader: { ja: "写真はリーダー側", en: "photo towards the reader" },
    patient: { ja: "写真は患者側", en: "photo towards the patient" },
  },
} as const;

/** How the card goes in, in words. */
export function placingText({ orientation, photoTowards }: CardPlacing): Bilingual {
  return joined([placingNames.orientation[orientation], placingNames.photo[photoTowards]]);
}

const colourNames: Readonly<Record<Lamp["colour"], Bilingual>> = {
  green: { ja: "緑", en: "green" },
  yellow: { ja: "黄", en: "yellow" },
  red: { ja: "赤", en: "red" },
};
const patternNames: Readonly<Record<Lamp["pattern"], Bilingual>> = {
  steady: { ja: "点灯", en: "steady" },
  blinking: { ja: "点滅", en: "blinking" },
};

/** Lamp and sound in words. */
export function signalText({ lamp, sound }: Signal): Bilingual {
  const light =
    lamp === undefined ? [] : [joined([colourNames[lamp.colour], patternNames[lamp.pattern]], { ja: "の", en: " " })];
  return joined([...light, ...(sound === undefined ? [] : [soundText(sound)])]);
}

function soundText({ beeps, everyMs }: Sound): Bilingual {
  const once = { ja: `ブザー${beeps}回`, en: beeps === 1 ? "1 beep" : `${beeps} beeps` };
  if (everyMs === undefined) return once;
  return { ja: `${everyMs / SECOND_MS}秒ごとに${once.ja}`, en: `${once.en} every ${everyMs / SECOND_MS} s` };
}

const dayKindNames: Readonly<Record<DayKind, Bilingual>> = {
  weekday: { ja: "平日", en: "weekdays" },
  saturday: { ja: "土曜", en: "Saturdays" },
  sunday: { ja: "日曜", en: "Sundays" },
  holiday: { ja: "祝日", en: "holidays" },
};
const dayKinds = Object.keys(dayKindNames) as readonly DayKind[];

const spanText = ({ first, last }: DaySpan): Bilingual => ({ ja: `${first}〜${last}`, en: `${first} to ${last}` });

/** Hours of a support line in words. */
export function hoursText({ hours, newYear, summer }: SupportLine): Bilingual {
  const written = (kind: DayKind): string => (hours[kind] === undefined ? "" : `${hours[kind].from}–${hours[kind].to}`);
  const times = [...new Set(dayKinds.map(written))].filter((time) => time !== "");
  const open = times.map((time) => {
    const { ja, en } = joined(dayKinds.filter((kind) => written(kind) === time).map((kind) => dayKindNames[kind]));
    return { ja: `${ja} ${time}`, en: `${en} ${time}` };
  });
  const closed = [
    ...dayKinds.filter((kind) => written(kind) === "").map((kind) => dayKindNames[kind]),
    ...[summer, newYear].flatMap((span) => (span === undefined ? [] : [spanText(span)])),
  ];
  const { ja, en } = joined(open);
  return closed.length === 0
    ? { ja, en }
    : { ja: `${ja}（休み：${joined(closed).ja}）`, en: `${en}; closed ${joined(closed).en}` };
}
