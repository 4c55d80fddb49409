import type { Bilingual } from "../simulator/kernel/bilingual.ts";

/**
 * Verdicts in the order of TTCN-3 (ES 201 873-1 §24): a verdict can only get worse. `none` is a run that has not earned
 * one, `inconc` proves nothing either way, `error` is our own fault.
 */
export const verdicts = ["none", "pass", "inconc", "fail", "error"] as const;
export type Verdict = (typeof verdicts)[number];

/** The worse of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b;
}

/** The worst of all; `none` when there is nothing. */
export function worst(all: readonly Verdict[]): Verdict {
  return all.reduce(worse, "none");
}

/** Verdicts in words. */
export const verdictNames: Readonly<Record<Verdict, Bilingual>> = {
  none: { ja: "未判定", en: "none" },
  pass: { ja: "合格", en: "pass" },
  inconc: { ja: "判定不能", en: "inconclusive" },
  fail: { ja: "不合格", en: "fail" },
  error: { ja: "模擬側の異常", en: "error" },
};

/** Exit codes of the command line; stable, documented in `--help`. */
export const exitCodes = {
  pass: 0,
  fail: 1,
  usage: 2,
  configuration: 3,
  error: 4,
  incomplete: 5,
} as const;

/** The exit code a verdict over everything leads to; a run that executed nothing is not a success. */
export function exitCodeOf(verdict: Verdict): number {
  const codes = { none: 5, pass: 0, inconc: 5, fail: 1, error: 4 } as const;
  return codes[verdict];
}
