import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { RunRecord } from "../run-record.ts";
import type { Verdict } from "../verdict.ts";

/** How many scenarios ended how. */
export interface Tally {
  readonly planned: number;
  readonly ran: number;
  readonly byVerdict: Readonly<Record<Verdict, number>>;
  /** Failed `should` checks over all scenarios. */
  readonly warnings: number;
}

/** Counts a run. */
export function tallyOf({ planned, scenarios }: RunRecord): Tally {
  const count = (verdict: Verdict): number => scenarios.filter((scenario) => scenario.verdict === verdict).length;
  return {
    planned,
    ran: scenarios.length,
    byVerdict: {
      none: count("none"),
      pass: count("pass"),
      inconc: count("inconc"),
      fail: count("fail"),
      error: count("error"),
    },
    warnings: scenarios.reduce((sum, { warnings }) => sum + warnings, 0),
  };
}

/**
 * What a reader must know before believing the verdict; empty for a run that simply passed or failed. A run that
 * executed nothing is not a success, and what was not proved is counted on the cover (peers-and-pains.md §4 row 4).
 */
export function reservations(run: RunRecord): readonly Bilingual[] {
  const { planned, ran, byVerdict } = tallyOf(run);
  const found: Bilingual[] = [];
  if (ran === 0) {
    found.push({
      ja: "シナリオを一つも実行していません。この報告書は何も証明しません。",
      en: "No scenario was run. This report proves nothing.",
    });
  } else if (!run.complete || ran < planned) {
    found.push({
      ja: `試験は途中で終わりました（計画${planned}件のうち${ran}件）。残りについては何も証明していません。`,
      en: `The run was broken off (${ran} of ${planned} planned scenarios). It proves nothing about the rest.`,
    });
  }
  if (byVerdict.error > 0) {
    found.push({
      ja: `模擬側の異常が${byVerdict.error}件あります。試験対象の不合格ではありません。この報告書を添えて開発元へお知らせください。`,
      en: `${byVerdict.error} scenario(s) broke on our side. That is no failure of the subject. Please send us this report.`,
    });
  }
  const unproved = byVerdict.inconc + byVerdict.none;
  if (unproved > 0) {
    found.push({
      ja: `判定に足りる証拠のないシナリオが${unproved}件あります。合格には数えません。`,
      en: `${unproved} scenario(s) lack the evidence for a verdict. They do not count as passed.`,
    });
  }
  return found;
}
