import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Figure, figure } from "./figure.ts";
import { spreadOf } from "./statistics.ts";

const PROCESSES = 5;
const CARDS = 1_000;
/** Enough to know what a picture takes; the figure for a thousand is this many, times ten. */
const DRAWN_CARDS = 100;
const ISSUING = fileURLToPath(new URL("card-issue-process.ts", import.meta.url));

/**
 * Time from a persona to a card that can be laid into a reader: the person, the user certificate with its signature, every
 * application bound. What else a card carries signed is made when it is first read, and is not in it (issue.ts).
 */
export function measureCardIssue(): readonly Figure[] {
  return [
    ...figuresOf("without pictures", "us", issued(CARDS, "blank")),
    ...figuresOf("with pictures", "ms", issued(DRAWN_CARDS, "drawn")),
  ];
}

/** Milliseconds a card, by process. */
function issued(cards: number, pictures: "blank" | "drawn"): readonly (readonly number[])[] {
  return Array.from({ length: PROCESSES }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [ISSUING, String(cards), pictures], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`issuing cards ended with ${status}: ${stderr.slice(-2_000)}`);
    return JSON.parse(stdout);
  });
}

function figuresOf(kind: string, laterUnit: "us" | "ms", runs: readonly (readonly number[])[]): readonly Figure[] {
  const scale = laterUnit === "us" ? 1_000 : 1;
  const first = runs.map(([ms = Number.NaN]) => ms);
  const later = runs.map(([, ...rest]) => spreadOf(rest).median * scale);
  const thousand = runs.map((times) => (times.reduce((sum, ms) => sum + ms, 0) / times.length) * CARDS);
  return [
    figure(`first card of a process, ${kind}`, "ms", first),
    figure(`a later card, ${kind}`, laterUnit, later),
    figure(`1,000 cards, ${kind}`, "ms", thousand),
  ];
}
