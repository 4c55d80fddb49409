import { type Spread, spreadOf } from "./statistics.ts";

/** Units the table knows how to write. */
export type Unit = "ratio" | "per-second" | "us" | "ms" | "MiB" | "count";

/** One line of the bench table. */
export interface Figure extends Spread {
  readonly name: string;
  readonly unit: Unit;
  readonly rounds: number;
  /** What performance.md or the issue asks for, in words; a figure without one is for information. */
  readonly aim?: string;
}

/** What a measurement throws where the machine lacks something; the bench says so in one line and goes on. */
export class NotMeasured extends Error {
  override readonly name = "NotMeasured";

  /** `needs` says what is missing, as the end of a sentence. */
  constructor(needs: string) {
    super(`not measured: needs ${needs}`);
  }
}

/** A figure from the rounds of a measurement. */
export function figure(name: string, unit: Unit, rounds: readonly number[], aim?: string): Figure {
  return { name, unit, ...spreadOf(rounds), rounds: rounds.length, ...(aim === undefined ? {} : { aim }) };
}

const DECIMALS: Readonly<Record<Unit, number>> = { ratio: 2, "per-second": 0, us: 0, ms: 1, MiB: 0, count: 0 };
const SUFFIX: Readonly<Record<Unit, string>> = {
  ratio: "x",
  "per-second": "/s",
  us: " us",
  ms: " ms",
  MiB: " MiB",
  count: "",
};

/** Below this many microseconds the hundredths are what differs. */
const FINE_US = 100;

/** A value in its unit: `0.84x`, `1,310/s`, `0.65 us`. */
function written(value: number, unit: Unit): string {
  const decimals = unit === "us" && value < FINE_US ? 2 : DECIMALS[unit];
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`}${SUFFIX[unit]}`;
}

/** The figures of one part as plain text: name, median, range, aim. */
export function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, median, lowest, highest, rounds, aim }) => {
    const range = rounds > 1 ? `${written(lowest, unit)} .. ${written(highest, unit)}` : "";
    return `  ${name.padEnd(60)}${written(median, unit).padStart(13)}  ${range.padEnd(30)}${aim === undefined ? "" : `aim ${aim}`}`.trimEnd();
  });
  return `${title}\n${rows.join("\n")}\n`;
}
