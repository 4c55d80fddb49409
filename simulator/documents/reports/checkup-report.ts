import { Canvas } from "../layout/canvas.ts";
import { ALERT, GREY, INSURANCE } from "../layout/colours.ts";
import { Flow } from "../layout/flow.ts";
import type { DocumentFonts } from "../layout/fonts.ts";
import { drawPageHeading } from "../layout/heading.ts";
import { A4 } from "../layout/paper.ts";
import { type Column, drawTable, type TableCell, type TableRow } from "../layout/table.ts";
import type { Checkup, CheckupItem, CheckupReport } from "../medical-report.ts";
import { printedDay } from "../words.ts";
import { drawPatient } from "./patient-block.ts";

const ACCENT = INSURANCE;
const TITLE = "特定健診情報";
const INNER_MM = A4.widthMm - 2 * A4.marginMm;
const ITEM_MM = 44;
const RANGE_MM = 26;
const UNIT_MM = 20;
/** Fit beside each other; more begin another table. */
const BESIDE = 5;
const BETWEEN_TABLES_MM = 7;
const NARROW_MM = 24;
/** Longer values are sentences, and stand left. */
const LONGEST_RIGHT = 8;

/**
 * The PDF of `TKKsiquc01`: the items of each check-up with unit and reference range, what lies outside it flagged H or L
 * (requirements.md R1-31). Check-ups stand beside each other in the order given, five to a table.
 */
export function renderCheckupReport(report: CheckupReport, fonts: DocumentFonts): Uint8Array {
  const { patient, madeOn, checkups } = report;
  const canvas = new Canvas({ paper: A4, title: TITLE, fonts, madeOn });
  const headEndMm = drawPageHeading(canvas, { title: TITLE, aside: `${printedDay(madeOn)} 作成` }, ACCENT);
  const flow = new Flow(
    canvas,
    drawPatient(canvas, headEndMm, report, [], ACCENT),
    `${TITLE}　${patient.name}`,
    ACCENT,
  );
  const box = { xMm: A4.marginMm, widthMm: INNER_MM };
  if (checkups.length === 0) {
    canvas.text("empty", "特定健診の情報はありません。", { ...box, yMm: flow.yMm }, { sizePt: 10, colour: GREY });
    return flow.finish();
  }
  for (let from = 0; from < checkups.length; from += BESIDE) {
    const beside = checkups.slice(from, from + BESIDE);
    if (from > 0) flow.yMm += BETWEEN_TABLES_MM;
    drawTable(flow, columnsFor(beside), rowsOf(beside), ACCENT);
  }
  flow.need(8);
  const legend = "H：基準値より高い　L：基準値より低い　空欄：検査なし";
  canvas.text("legend", legend, { ...box, yMm: flow.yMm + 3 }, { sizePt: 8, colour: GREY });
  return flow.finish();
}

function columnsFor(checkups: readonly Checkup[]): readonly Column[] {
  const eachMm = (INNER_MM - ITEM_MM - RANGE_MM - UNIT_MM) / checkups.length;
  return [
    { title: "検査項目", widthMm: ITEM_MM },
    ...checkups.map(({ on }) => ({ title: titleOf(on, eachMm), widthMm: eachMm, align: "right" as const })),
    { title: "単位", widthMm: UNIT_MM },
    { title: "基準値", widthMm: RANGE_MM },
  ];
}

/** The day, on two lines where the column is narrow. */
const titleOf = (on: Checkup["on"], widthMm: number): string =>
  widthMm >= NARROW_MM ? printedDay(on) : printedDay(on).replace("年", "年\n");

function rowsOf(checkups: readonly Checkup[]): readonly TableRow[] {
  const known = new Map<string, CheckupItem>();
  for (const { items } of checkups) for (const item of items) if (!known.has(item.code)) known.set(item.code, item);
  const groups = Map.groupBy(known.values(), ({ group }) => group);
  return [...groups].flatMap(([group, items]) => [
    { group },
    ...items.map((item) => [
      { text: item.name },
      ...checkups.map((checkup) => valueCell(checkup.items.find(({ code }) => code === item.code))),
      { text: item.unit ?? "", colour: GREY },
      { text: rangeOf(item), colour: GREY },
    ]),
  ]);
}

function valueCell(item: CheckupItem | undefined): TableCell {
  if (item === undefined) return { text: "" };
  const flag = flagOf(item);
  if (item.value.length > LONGEST_RIGHT) return { text: item.value, align: "left" };
  return flag === undefined ? { text: item.value } : { text: `${item.value} ${flag}`, bold: true, colour: ALERT };
}

/** H above the range, L below it; nothing for words and for what has no range. */
function flagOf({ value, low, high }: CheckupItem): "H" | "L" | undefined {
  const number = /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
  if (number === undefined) return undefined;
  if (high !== undefined && number > high) return "H";
  return low !== undefined && number < low ? "L" : undefined;
}

function rangeOf({ low, high }: CheckupItem): string {
  if (low === undefined && high === undefined) return "";
  return low === undefined ? `${high}以下` : high === undefined ? `${low}以上` : `${low} ～ ${high}`;
}
