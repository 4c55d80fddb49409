import { ensure } from "../../kernel/errors.ts";

/** One item of a check-up and what is usual (requirements.md R1-31). */
export interface CheckupItemKind {
  readonly id: string;
  /**
   * JLAC10, seventeen characters, after the public standard of check-ups by general knowledge (receipt-system-interface.md
   * §5.21); those of LDH, CRP and RF, which that standard does not have, are of the same shape and ours.
   */
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly group: string;
  /** Limits of the reference range, both included, by sex where it matters (general knowledge). */
  readonly low?: number;
  readonly high?: number;
  readonly highOfWomen?: number;
  /** Digits behind the point. */
  readonly digits: 0 | 1 | 2;
}

const BODY = "身体計測";
const PRESSURE = "血圧";
const LIVER = "肝機能等";
const LIPIDS = "脂質";
const GLUCOSE = "血糖";
const INFLAMMATION = "炎症・リウマチ";

/** Every item, in the order of the report. */
export const checkupItemKinds = [
  { id: "height", code: "9N001000000000001", name: "身長", unit: "cm", group: BODY, digits: 1 },
  { id: "weight", code: "9N006000000000001", name: "体重", unit: "kg", group: BODY, digits: 1 },
  {
    id: "waist",
    code: "9N016160100000001",
    name: "腹囲",
    unit: "cm",
    group: BODY,
    high: 84.9,
    highOfWomen: 89.9,
    digits: 1,
  },
  {
    id: "bmi",
    code: "9N011000000000001",
    name: "ＢＭＩ",
    unit: "kg/m2",
    group: BODY,
    low: 18.5,
    high: 24.9,
    digits: 1,
  },
  {
    id: "systolic",
    code: "9A751000000000001",
    name: "収縮期血圧",
    unit: "mmHg",
    group: PRESSURE,
    high: 129,
    digits: 0,
  },
  {
    id: "diastolic",
    code: "9A761000000000001",
    name: "拡張期血圧",
    unit: "mmHg",
    group: PRESSURE,
    high: 84,
    digits: 0,
  },
  { id: "got", code: "3B035000002327201", name: "ＧＯＴ（ＡＳＴ）", unit: "U/L", group: LIVER, high: 30, digits: 0 },
  { id: "gpt", code: "3B045000002327201", name: "ＧＰＴ（ＡＬＴ）", unit: "U/L", group: LIVER, high: 30, digits: 0 },
  { id: "ldh", code: "3B050000002327201", name: "ＬＤＨ", unit: "U/L", group: LIVER, low: 120, high: 245, digits: 0 },
  {
    id: "triglyceride",
    code: "3F015000002327101",
    name: "中性脂肪",
    unit: "mg/dL",
    group: LIPIDS,
    high: 149,
    digits: 0,
  },
  {
    id: "hdl",
    code: "3F070000002327101",
    name: "ＨＤＬコレステロール",
    unit: "mg/dL",
    group: LIPIDS,
    low: 40,
    digits: 0,
  },
  {
    id: "ldl",
    code: "3F077000002327101",
    name: "ＬＤＬコレステロール",
    unit: "mg/dL",
    group: LIPIDS,
    high: 119,
    digits: 0,
  },
  {
    id: "fastingGlucose",
    code: "3D010000001926101",
    name: "空腹時血糖",
    unit: "mg/dL",
    group: GLUCOSE,
    high: 99,
    digits: 0,
  },
  {
    id: "casualGlucose",
    code: "3D010129901926101",
    name: "随時血糖",
    unit: "mg/dL",
    group: GLUCOSE,
    high: 139,
    digits: 0,
  },
  {
    id: "hba1c",
    code: "3D046000001906202",
    name: "ＨｂＡ１ｃ（ＮＧＳＰ）",
    unit: "%",
    group: GLUCOSE,
    high: 5.5,
    digits: 1,
  },
  { id: "crp", code: "5C070000002306201", name: "ＣＲＰ", unit: "mg/dL", group: INFLAMMATION, high: 0.3, digits: 2 },
  { id: "rf", code: "5G160000002306201", name: "ＲＦ", unit: "IU/mL", group: INFLAMMATION, high: 15, digits: 0 },
] as const satisfies readonly CheckupItemKind[];

/** Id of an item. */
export type CheckupItemId = (typeof checkupItemKinds)[number]["id"];

const byId: ReadonlyMap<string, CheckupItemKind> = new Map(checkupItemKinds.map((kind) => [kind.id, kind]));

/** An item by its id. */
export function checkupItemKind(id: CheckupItemId): CheckupItemKind {
  const kind = byId.get(id);
  ensure(kind !== undefined, `no item ${id}`);
  return kind;
}
