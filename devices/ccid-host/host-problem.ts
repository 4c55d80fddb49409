import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { ERROR, ICC_STATUS } from "../ccid/constants.ts";

/** Why a command over CCID came to nothing, as a value. */
export interface HostProblem {
  readonly kind: "no-answer" | "line" | "no-card" | "mute" | "refused" | "protocol";
  /** bError of a command that failed; left out where no answer came. */
  readonly error?: number;
  readonly words: Bilingual;
}

/** True when a result is a problem. */
export const isHostProblem = (result: object): result is HostProblem => "kind" in result && "words" in result;

const problem = (kind: HostProblem["kind"], ja: string, en: string, error?: number): HostProblem => ({
  kind,
  words: { ja, en },
  ...(error === undefined ? {} : { error }),
});

/** Nothing came in time: cable, power, or speed. */
export const NO_ANSWER_PROBLEM: HostProblem = problem(
  "no-answer",
  "リーダーが応答しない。ケーブル・電源・通信速度を確認してください",
  "the reader does not answer; look at cable, power and speed",
);
/** Frames were damaged again and again. */
export const LINE_PROBLEM: HostProblem = problem(
  "line",
  "回線の誤りが続く。通信速度とケーブルを確認してください",
  "frames are damaged again and again; look at speed and cable",
);
/** The card broke T=1, or the reader the units it speaks in. */
export const PROTOCOL_PROBLEM: HostProblem = problem(
  "protocol",
  "カードとの伝送手順が守られていない",
  "the block protocol with the card broke down",
);

/** What a failed answer means (firmware-validation.md §1.2, host mapping). */
export function problemOf(iccStatus: number, error: number): HostProblem {
  if (iccStatus === ICC_STATUS.absent) return problem("no-card", "カードがない", "no card lies there", error);
  if (error === ERROR.mute) return problem("mute", "カードが応答しない", "the card does not answer", error);
  const code = error.toString(16).toUpperCase().padStart(2, "0");
  return problem("refused", `リーダーが拒否した（bError ${code}）`, `the reader refused it, bError ${code}`, error);
}
