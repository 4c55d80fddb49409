import { confirmed, singleSource } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import type { Hours } from "../support-line.ts";
import { simulatedFace } from "./simulated-face.ts";

const ALL_DAY: Hours = { from: "00:00", to: "24:00" };

/** アルメックス: the maker whose own pages tell most (readers-and-line.md §1, §3, §6); the rest is ours. */
export const almex: ReaderProfile = {
  ...simulatedFace,
  id: "almex",
  title: { ja: "アルメックス（公開情報のみ）", en: "ALMEX (public facts only)" },
  maker: { ja: "アルメックス", en: "ALMEX" },
  product: "Sma-pa マイナタッチ",
  support: {
    phone: "0120-346-400",
    hours: { weekday: ALL_DAY, saturday: ALL_DAY, sunday: ALL_DAY, holiday: ALL_DAY },
    newYear: undefined,
    summer: undefined,
  },
  readsPaperCard: true,
  connection: "com-over-usb",
  signals: {
    ...simulatedFace.signals,
    "card-felt": { ...simulatedFace.signals["card-felt"], sound: { beeps: 1, everyMs: undefined } },
    "reader-lost": { lamp: { colour: "red", pattern: "blinking" }, sound: undefined },
  },
  management: { entry: { ja: "端末側の管理コンソール", en: "a management console on the terminal" }, rights: [] },
  recovery: {
    "chip-not-felt": [
      { ja: "カードのケースやカバーを外す", en: "take the card out of its cover" },
      { ja: "センサー部の穴を清掃する", en: "clean the sensor hole" },
      { ja: "別のカードを試す", en: "try another card" },
      { ja: "ケーブルを確かめ、別のUSB端子に挿す", en: "look at the cable; use another USB socket" },
      { ja: "復帰値を控えてから問い合わせる", en: "note the return value before calling" },
    ],
    "reader-lost": [
      { ja: "リーダーの電源を切る", en: "reader off" },
      { ja: "資格確認端末をシャットダウンする", en: "shut the terminal down" },
      { ja: "リーダーの電源を入れる", en: "reader on" },
      { ja: "資格確認端末を起動する", en: "terminal on" },
      { ja: "直らなければメーカーへ連絡する", en: "if that does not help, call the maker" },
    ],
  },
  returnValues: {
    "0x81000001": {
      means: {
        ja: "アカウントまたはリーダーが他で登録済み、もしくは証明書の問題",
        en: "account or reader already registered elsewhere, or a certificate problem",
      },
      staff: {
        ja: "アカウントとリーダーが1対1か確かめ、セットアップ情報初期化ツールで初期化する。直らなければコールセンターへ",
        en: "check that account and reader are paired one to one, reset with the initialise tool, else the call centre",
      },
    },
  },
  origins: {
    ...simulatedFace.origins,
    maker: confirmed("readers-and-line.md §1"),
    product: confirmed("readers-and-line.md §1 [8][9][10]"),
    support: confirmed("readers-and-line.md §1"),
    readsPaperCard: confirmed("readers-and-line.md §1, §6 [9]"),
    connection: singleSource("readers-and-line.md §3 [9]"),
    "signals.card-felt.sound": confirmed("readers-and-line.md §1, §5 [9]"),
    "signals.reader-lost": singleSource("readers-and-line.md §6 [43]"),
    management: confirmed("readers-and-line.md §1 [8]"),
    "recovery.chip-not-felt": confirmed("readers-and-line.md §6 [9]"),
    "recovery.reader-lost": singleSource("readers-and-line.md §6 [43]"),
    returnValues: confirmed("readers-and-line.md §2, §6 [8]"),
  },
};
