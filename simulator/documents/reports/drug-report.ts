import { Canvas } from "../layout/canvas.ts";
import { GREY, INSURANCE } from "../layout/colours.ts";
import { Flow } from "../layout/flow.ts";
import type { DocumentFonts } from "../layout/fonts.ts";
import { drawPageHeading } from "../layout/heading.ts";
import { A4 } from "../layout/paper.ts";
import { type Column, drawTable } from "../layout/table.ts";
import type { DrugReport, ReportDay, ReportMonth, ReportSurgery } from "../medical-report.ts";
import { printedDay, printedMonth } from "../words.ts";
import { drawPatient } from "./patient-block.ts";

const ACCENT = INSURANCE;
const INNER_MM = A4.widthMm - 2 * A4.marginMm;
const DAY_MM = 7;

const DRUG_COLUMNS: readonly Column[] = [
  { title: "区分", widthMm: 15 },
  { title: "医薬品名／成分名", widthMm: 68 },
  { title: "用量", widthMm: 22, align: "right" },
  { title: "用法／指示", widthMm: 47 },
  { title: "日数・回数", widthMm: 18, align: "right" },
];
const CARE_COLUMNS: readonly Column[] = [
  { title: "区分", widthMm: 25 },
  { title: "診療行為名", widthMm: 99 },
  { title: "数量", widthMm: 28, align: "right" },
  { title: "回数", widthMm: 18, align: "right" },
];
const SURGERY_COLUMNS: readonly Column[] = [
  { title: "手術日", widthMm: 34 },
  { title: "手術名", widthMm: 80 },
  { title: "医療機関", widthMm: 56 },
];

/** With 診療情報 or without. */
function titleOf({ months, surgeries }: DrugReport): string {
  const withCare = surgeries !== undefined || months.some(({ days }) => days.some(({ care }) => care !== undefined));
  return withCare ? "薬剤・診療情報" : "薬剤情報";
}

/**
 * The PDF of `YZKsiquc01`, file categories 1 and 3: patient name, sex, age and drugs by month (requirements.md R1-32),
 * with 診療行為 and 手術 where the report has them. Same report, same bytes.
 */
export function renderDrugReport(report: DrugReport, fonts: DocumentFonts): Uint8Array {
  const { patient, madeOn, from, until, months, surgeries } = report;
  const title = titleOf(report);
  const canvas = new Canvas({ paper: A4, title, fonts, madeOn });
  const headEndMm = drawPageHeading(canvas, { title, aside: `${printedDay(madeOn)} 作成` }, ACCENT);
  const value = from === until ? printedMonth(from) : `${printedMonth(from)} から ${printedMonth(until)} まで`;
  const span = { cells: [{ field: "span", label: "対象期間", value }] };
  const flow = new Flow(
    canvas,
    drawPatient(canvas, headEndMm, report, [span], ACCENT),
    `${title}　${patient.name}`,
    ACCENT,
  );
  for (const month of months) drawMonth(flow, month);
  if (months.length === 0) drawNothing(flow, "この期間の情報はありません。");
  if (surgeries !== undefined) drawSurgeries(flow, surgeries);
  return flow.finish();
}

function drawMonth(flow: Flow, { month, days }: ReportMonth): void {
  flow.section(printedMonth(month), DAY_MM + 20);
  for (const day of days) drawDay(flow, day);
  flow.yMm += 2.5;
}

function drawDay(flow: Flow, day: ReportDay): void {
  const { on, prescribedOn, facility, prescriber, setting, drugs, care = [] } = day;
  flow.need(DAY_MM + 16);
  const place = `${facility}（${setting === "inpatient" ? "入院" : "入院外"}）`;
  const origin = [prescribedOn === undefined ? "" : `処方日 ${printedDay(prescribedOn)}`, prescriber ?? ""];
  const behind = origin.filter((part) => part !== "").join("　");
  const box = { yMm: flow.yMm, heightMm: DAY_MM - 1.5 };
  const style = { sizePt: 9.5, vertical: "middle" } as const;
  const leftMm = behind === "" ? INNER_MM : INNER_MM * 0.56;
  const left = { ...box, xMm: A4.marginMm, widthMm: leftMm };
  flow.canvas.text("day", `${printedDay(on)}　${place}`, left, { ...style, bold: true });
  if (behind !== "") {
    const right = { ...box, xMm: A4.marginMm + leftMm, widthMm: INNER_MM - leftMm };
    flow.canvas.text("day", behind, right, { ...style, sizePt: 8, colour: GREY, align: "right" });
  }
  flow.yMm += DAY_MM - 1;
  if (drugs.length > 0) {
    const rows = drugs.map(({ usageClass, name, ingredient, quantity, unit, usage, times, instruction }) => [
      { text: usageClass },
      { text: name, bold: true as const, ...(ingredient === undefined ? {} : { below: ingredient }) },
      { text: `${quantity}${unit}` },
      { text: usage, ...(instruction === undefined ? {} : { below: instruction }) },
      { text: String(times) },
    ]);
    drawTable(flow, DRUG_COLUMNS, rows, ACCENT);
    flow.yMm += 4;
  }
  if (care.length > 0) {
    const rows = care.map(({ category, name, quantity = "", unit = "", times }) =>
      [category, name, `${quantity}${unit}`, String(times)].map((text) => ({ text })),
    );
    drawTable(flow, CARE_COLUMNS, rows, ACCENT);
    flow.yMm += 4;
  }
}

function drawSurgeries(flow: Flow, surgeries: readonly ReportSurgery[]): void {
  flow.section("手術情報", 16);
  if (surgeries.length === 0) return drawNothing(flow, "手術の情報はありません。");
  const rows = surgeries.map(({ on, name, facility }) => [
    { text: printedDay(on) },
    { text: name, bold: true as const },
    { text: facility },
  ]);
  drawTable(flow, SURGERY_COLUMNS, rows, ACCENT);
}

function drawNothing(flow: Flow, words: string): void {
  const box = { xMm: A4.marginMm, yMm: flow.yMm, widthMm: INNER_MM };
  flow.yMm += flow.canvas.text("empty", words, box, { sizePt: 10, colour: GREY }) + 8;
}
