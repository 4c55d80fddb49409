import { mutant } from "../mutant.ts";

/** Tells movement at once, though the host asked for it to wait. */
export const noticeUnasked = mutant({
  id: "M-SR-11b",
  layer: "serial",
  title: { ja: "同期通知の指定を無視する", en: "notices do not wait, whatever the host asked" },
  symptom: {
    ja: "コマンド間に読まないホストの受信バッファに残る",
    en: "bytes lie in the buffer of a host that reads answers alone",
  },
  source: "our own; firmware-validation.md §2: Escape 01 01 01",
  caughtBy: "SR-11",
  slip: (good) => ({ ...good, line: { ...good.line, holdsNotices: () => false } }),
});
