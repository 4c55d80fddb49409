import {
  DECLARATION_CHOICES,
  DECLARATION_REQUIRED,
  type DeclarationItems,
  type DeclarationKey,
  declarationLabels,
} from "./declaration-items.ts";
import type { Canvas } from "./layout/canvas.ts";
import { ALERT, FORM, GREY, HAIRLINE, INK } from "./layout/colours.ts";
import { Form, type FormField } from "./layout/form.ts";
import { drawNotes, drawPageHeading, drawSection } from "./layout/heading.ts";
import { A4 } from "./layout/paper.ts";

/** A row: keys beside each other. */
interface FormRow {
  readonly keys: readonly DeclarationKey[];
  readonly heightMm: number;
}

const ABOUT_PERSON: readonly FormRow[] = [
  { keys: ["kana"], heightMm: 8.5 },
  { keys: ["name"], heightMm: 11 },
  { keys: ["birthdate", "sex"], heightMm: 14 },
  { keys: ["address"], heightMm: 16 },
  { keys: ["phone"], heightMm: 10 },
];
const ABOUT_INSURER: readonly FormRow[] = [
  { keys: ["insuranceType"], heightMm: 14 },
  { keys: ["ratio"], heightMm: 14 },
  { keys: ["insurerName"], heightMm: 10 },
  { keys: ["workplace"], heightMm: 10 },
  { keys: ["symbol", "number"], heightMm: 10 },
  { keys: ["branch"], heightMm: 9 },
];

const LABEL_MM = 33;
const PAD_MM = 1.2;
const INNER_MM = A4.widthMm - 2 * A4.marginMm;
/** Tells where somebody may write. */
const FIELD_TINT = "#fffdf2";
/** Height of the line of boxes to tick above a field with a list. */
const TICKS_MM = 5;

/** Draws the form with its fields. */
export function drawDeclaration(canvas: Canvas, items: DeclarationItems): void {
  const form = new Form(canvas);
  const rows = (yMm: number, list: readonly FormRow[]): number => drawRows(canvas, form, yMm, list, items) + 6;
  const subtitle =
    "オンライン資格確認で資格を確認できなかったため、加入している医療保険について、次のとおり申し立てます。";
  let yMm = drawPageHeading(canvas, { title: "被保険者資格申立書", subtitle }, FORM) - 1;
  canvas.text(
    "legend",
    "＊ の欄は必ず記入してください。",
    { xMm: A4.marginMm, yMm: A4.marginMm + 5, widthMm: INNER_MM },
    { sizePt: 8.5, colour: ALERT, align: "right" },
  );
  yMm = drawSection(canvas, yMm, "１　ご本人（連絡先のほかはマイナンバーカードの券面のとおり）", FORM);
  yMm = rows(yMm, ABOUT_PERSON);
  yMm = drawSection(canvas, yMm, "２　加入している医療保険（＊のない欄は分かる範囲で）", FORM);
  yMm = rows(yMm, ABOUT_INSURER);
  yMm = drawSection(canvas, yMm, "３　申立て", FORM);
  const signedMm = drawRows(canvas, form, yMm, [{ keys: ["declaredOn"], heightMm: 10 }], items);
  yMm = drawSignature(canvas, signedMm + 2.5) + 6;
  drawNotes(canvas, yMm, "ご確認ください", [
    "申し立てた資格が確認できないときは、後日、医療費の全額をお支払いいただくことがあります。",
    "記入された内容は、資格の確認と診療報酬の請求のために使います。",
  ]);
}

function drawRows(
  canvas: Canvas,
  form: Form,
  topMm: number,
  rows: readonly FormRow[],
  items: DeclarationItems,
): number {
  let yMm = topMm;
  for (const { keys, heightMm } of rows) {
    const widthMm = INNER_MM / keys.length;
    for (const [index, key] of keys.entries()) {
      const xMm = A4.marginMm + index * widthMm;
      canvas.box({ xMm, yMm, widthMm: LABEL_MM, heightMm }, { fill: FORM.light });
      canvas.box({ xMm: xMm + LABEL_MM, yMm, widthMm: widthMm - LABEL_MM, heightMm }, { fill: FIELD_TINT });
      drawLabel(canvas, key, xMm + 2.2, yMm, heightMm);
      const left = xMm + LABEL_MM + PAD_MM;
      const roomMm = widthMm - LABEL_MM - 2 * PAD_MM;
      const ticksMm = drawTicks(canvas, key, items[key], { xMm: left, yMm: yMm + PAD_MM, widthMm: roomMm });
      const room = {
        xMm: left,
        yMm: yMm + PAD_MM + ticksMm,
        widthMm: roomMm,
        heightMm: heightMm - 2 * PAD_MM - ticksMm,
      };
      form.add(fieldOf(key, items[key]), room);
      if (index > 0) canvas.line([xMm, yMm], [xMm, yMm + heightMm], HAIRLINE);
    }
    if (yMm > topMm) canvas.line([A4.marginMm, yMm], [A4.marginMm + INNER_MM, yMm], HAIRLINE);
    yMm += heightMm;
  }
  const frame = { xMm: A4.marginMm, yMm: topMm, widthMm: INNER_MM, heightMm: yMm - topMm };
  canvas.box(frame, { stroke: FORM.strong, lineMm: 0.35 });
  return yMm;
}

/** The choices of a list, to tick by hand: on paper nobody sees them else. Returns the height they take. */
function drawTicks(
  canvas: Canvas,
  key: DeclarationKey,
  value: string,
  place: { readonly xMm: number; readonly yMm: number; readonly widthMm: number },
): number {
  const choices = DECLARATION_CHOICES[key];
  if (choices === undefined) return 0;
  const line = choices.map((choice) => `${choice === value ? "■" : "□"}${choice}`).join("　");
  canvas.text(key, line, { ...place, heightMm: TICKS_MM }, { sizePt: 9, vertical: "middle" });
  return TICKS_MM;
}

function drawLabel(canvas: Canvas, key: DeclarationKey, xMm: number, yMm: number, heightMm: number): void {
  const box = { xMm, yMm, widthMm: LABEL_MM - 6, heightMm };
  canvas.text(key, declarationLabels[key], box, { sizePt: 9, colour: INK, vertical: "middle" });
  if (!DECLARATION_REQUIRED.has(key)) return;
  const mark = { xMm: xMm + LABEL_MM - 6.4, yMm, widthMm: 4, heightMm };
  canvas.text(key, "＊", mark, { sizePt: 9, bold: true, colour: ALERT, vertical: "middle" });
}

function fieldOf(name: DeclarationKey, value: string): FormField {
  const choices = DECLARATION_CHOICES[name];
  const required = DECLARATION_REQUIRED.has(name);
  return {
    name,
    description: `${declarationLabels[name]}${required ? "（必須）" : ""}`,
    value,
    ...(required ? { required } : {}),
    ...(name === "address" ? { multiline: true } : {}),
    ...(choices === undefined ? {} : { choices }),
  };
}

function drawSignature(canvas: Canvas, yMm: number): number {
  const heightMm = 15;
  const box = { xMm: A4.marginMm + INNER_MM / 2, yMm, widthMm: INNER_MM / 2, heightMm };
  canvas.box(box, { stroke: FORM.strong, lineMm: 0.35 });
  const label = { xMm: box.xMm + 2.2, yMm: yMm + 1.5, widthMm: box.widthMm - 4, heightMm: 4 };
  canvas.text("signature", "署名（ご本人または代理の方）", label, { sizePt: 8, colour: GREY });
  return yMm + heightMm;
}
