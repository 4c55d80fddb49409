import Table from "cli-table3";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import {
  type ComparisonRow,
  centreText,
  comparedReaders,
  comparisonCell,
  comparisonRows,
  markLegend,
} from "./reader-comparison.ts";
import { wrapText } from "./wrap-text.ts";

const heads = {
  what: { ja: "項目", en: "what" },
  readers: { ja: "リーダー", en: "readers" },
  value: { ja: "値", en: "value" },
  mark: { ja: "出典", en: "mark" },
  all: { ja: "すべて", en: "all" },
  others: { ja: "その他すべて", en: "all others" },
} as const satisfies Readonly<Record<string, Bilingual>>;

const NARROWEST_COLUMNS = 80;
const WHAT_COLUMNS = 20;
const READERS_COLUMNS = 18;
/** Borders, padding, the first two columns and the marks. */
const FIXED_COLUMNS = WHAT_COLUMNS + READERS_COLUMNS + 24;
/** More readers than this in the last group are called the others. */
const MOST_NAMED = 3;

/** All reader profiles side by side for a terminal: a line for each value, with the readers that have it. */
export function renderReaderTable(language: Language, widthColumns: number): string {
  const valueColumns = Math.max(widthColumns, NARROWEST_COLUMNS) - FIXED_COLUMNS;
  const table = new Table({
    head: [heads.what, heads.readers, heads.value, heads.mark].map((head) => head[language]),
    style: { head: [], border: [] },
  });
  for (const row of comparisonRows) {
    const groups = groupsOf(row, language);
    const [what, ...rest] = groups.map(({ readers, text, marks }) => [
      wrapText(readers, READERS_COLUMNS),
      wrapText(text, valueColumns),
      marks,
    ]);
    table.push([{ content: wrapText(row.title[language], WHAT_COLUMNS), rowSpan: groups.length }, ...(what ?? [])]);
    for (const line of rest) table.push(line);
  }
  return `${table.toString()}\n${markLegend[language]}\n${centreText[language]}\n`;
}

interface Group {
  readonly readers: string;
  readonly text: string;
  readonly marks: string;
}

/** Readers that say the same with the same marks, the largest group last. */
function groupsOf(row: ComparisonRow, language: Language): readonly Group[] {
  const groups = new Map<string, { ids: string[]; text: string; marks: string }>();
  for (const profile of comparedReaders) {
    const { text, marks } = comparisonCell(row, profile);
    const key = `${marks} ${text[language]}`;
    const group = groups.get(key) ?? { ids: [], text: text[language], marks };
    group.ids.push(profile.id);
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => a.ids.length - b.ids.length)
    .map(({ ids, text, marks }, index, all) => {
      const rest = index === all.length - 1 && ids.length > MOST_NAMED;
      const name = all.length === 1 ? heads.all : heads.others;
      return { readers: rest ? name[language] : ids.join("\n"), text, marks };
    });
}
