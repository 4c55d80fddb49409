/** How a terminal is set up; every default in one place (receipt-system-interface.md §7 and §8, ours where it says so). */
export interface TerminalSettings {
  /** Encoding of results: fixed, or that of the request (§8.5). */
  readonly resultEncoding: "UTF-8" | "Shift_JIS" | "as-request";
  /** Order of elements in results: as in the layout paper, or mixed up as real ones are (fact 5). */
  readonly resultOrder: "paper" | "shuffled";
  /** `whole`: at once. `rename`: under a temporary name first. `in-place`: created first, filled afterwards (§1.4, §8.4). */
  readonly writeStyle: "whole" | "rename" | "in-place";
  /** Time between creating and filling, or before renaming, ms. */
  readonly writeMs: number;
  /** Interval at which the request folder is looked at (§8.18). */
  readonly pollMs: number;
  /** How long the centre may take before the terminal gives up, ms (readers-and-line.md §5.4 expects 3–7 s; ours). */
  readonly centreDeadlineMs: number;
}

/** The settings a terminal has unless a scenario says otherwise. */
export const defaultTerminalSettings: TerminalSettings = {
  resultEncoding: "UTF-8",
  resultOrder: "shuffled",
  writeStyle: "in-place",
  writeMs: 120,
  pollMs: 500,
  centreDeadlineMs: 20_000,
};
