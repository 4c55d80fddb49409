import type { Origin } from "../../devices/readers/origin.ts";
import type { ReaderProfile } from "../../devices/readers/profile.ts";
import { simulatedFace } from "../../devices/readers/profiles/simulated-face.ts";
import {
  type ComparisonRow,
  centreText,
  comparedReaders,
  comparisonCell,
  comparisonRows,
  markLegend,
} from "../../harness/reports/reader-comparison.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { page, table } from "./page.ts";

const both = ({ ja, en }: Bilingual): string => (ja === en ? en : `${ja}<br>${en}`);

function comparisonLine(row: ComparisonRow): readonly string[] {
  const cells = comparedReaders.map((profile) => {
    const { text, marks } = comparisonCell(row, profile);
    return `${both(text)}<br>_${marks}_`;
  });
  return [both(row.title), ...cells];
}

/** Where the values come from: all of the simulated reader's origins, and what differs from them in the others. */
function sources({ id, origins }: ReaderProfile): readonly (readonly string[])[] {
  const base: Readonly<Record<string, Origin>> = simulatedFace.origins;
  return Object.entries(origins)
    .filter(([path, origin]) => id === simulatedFace.id || base[path] !== origin)
    .map(([path, origin]) => [
      id,
      `\`${path}\``,
      origin.origin === "public" ? `P[${origin.mark}]` : "o",
      origin.source,
    ]);
}

/** docs/catalogue/readers.md: every reader profile side by side, and the source of every value. */
export function readers(): string {
  const parts = [
    both(markLegend),
    both(centreText),
    table(
      ["", ...comparedReaders.map(({ id, title }) => `**${id}**<br>${both(title)}`)],
      comparisonRows.map(comparisonLine),
    ),
    "## Sources",
    "All readers have the origins of `simulated-face` except where they have their own.",
    table(["reader", "value", "mark", "source"], comparedReaders.flatMap(sources)),
  ];
  return page(
    "Readers",
    "Profiles of readers: what is public about each, and our choices where nothing is. `madoguchi catalogue readers` prints them.",
    parts.join("\n\n"),
  );
}
