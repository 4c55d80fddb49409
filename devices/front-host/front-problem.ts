import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** Why the patient at the other end of a front port is taken for one who does nothing. Never holds what was said there. */
export interface FrontProblem {
  readonly kind: "cut" | "nonsense" | "lost";
  readonly words: Bilingual;
}

/** The line ended. */
export const CUT: FrontProblem = {
  kind: "cut",
  words: {
    ja: "リーダーの画面・カメラ側の回線が切れた。ケーブルと電源を確認してください",
    en: "the line to the reader's screen and camera ended; look at cable and power",
  },
};

/** A message of no kind, or in the wrong place. */
export const NONSENSE: FrontProblem = {
  kind: "nonsense",
  words: {
    ja: "リーダーの画面・カメラ側から意味をなさない応答が来た。docs/front-port.md の形式を確認してください",
    en: "the reader's screen and camera answer in no form of the front port; compare with docs/front-port.md",
  },
};

/** A length that cannot be right. */
export const LOST: FrontProblem = {
  kind: "lost",
  words: {
    ja: "リーダーの画面・カメラ側の回線で区切りを見失った。通信速度と、別の回線につながっていないかを確認してください",
    en: "the messages of the reader's screen and camera cannot be told apart any more; look at speed, and whether this is the right line",
  },
};
