import { ageOn, type CivilDate } from "../../kernel/civil-time.ts";
import type { Canvas } from "../layout/canvas.ts";
import type { Accent } from "../layout/colours.ts";
import { drawGrid, type GridRow, PAGE_GRID } from "../layout/grid.ts";
import type { ReportPatient } from "../medical-report.ts";
import { printedDay, printedKana, printedSex } from "../words.ts";

/** Draws whom a report is about, with rows of its own below, and returns where the rest may begin. */
export function drawPatient(
  canvas: Canvas,
  yMm: number,
  { patient, madeOn }: { readonly patient: ReportPatient; readonly madeOn: CivilDate },
  more: readonly GridRow[],
  accent: Accent,
): number {
  const { marginMm, widthMm } = canvas.paper;
  const age = `${ageOn(patient.birthdate, madeOn)}歳`;
  const rows: readonly GridRow[] = [
    {
      cells: [
        { field: "name", label: "氏名", value: patient.name, share: 1.25, bold: true },
        { field: "kana", label: "フリガナ", value: printedKana(patient.kana) },
      ],
    },
    {
      cells: [
        { field: "birthdate", label: "生年月日", value: `${printedDay(patient.birthdate)}（${age}）`, share: 1.25 },
        { field: "sex", label: "性別", value: printedSex(patient.sex) },
      ],
    },
    ...more,
  ];
  const style = { ...PAGE_GRID, rowMm: 8.5, labelMm: 24, valuePt: 10 };
  return drawGrid(canvas, { xMm: marginMm, yMm, widthMm: widthMm - 2 * marginMm }, rows, accent, style) + 7;
}
