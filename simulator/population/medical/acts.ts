import { ensure } from "../../kernel/errors.ts";

/** An invented 診療行為: the code lies in 1999…, which no fee table uses (ours). */
export interface MedicalAct {
  readonly id: string;
  /** Nine digits. */
  readonly code: string;
  readonly name: string;
  /** 診療識別: 12 再診, 40 処置, 50 手術, 60 検査, 70 画像, 80 その他, 90 入院 (general knowledge of claims). */
  readonly category: "12" | "40" | "50" | "60" | "70" | "80" | "90";
  readonly unit: string;
}

type Written = Omit<MedicalAct, "id" | "code">;

const act = (name: string, category: MedicalAct["category"], unit = "回"): Written => ({ name, category, unit });

const written = {
  visit: act("架空再診料", "12"),
  blood: act("架空血液検査（生化学）", "60"),
  bloodCount: act("架空血液検査（末梢血）", "60"),
  glucose: act("架空血糖・ＨｂＡ１ｃ検査", "60"),
  urine: act("架空尿検査", "60"),
  coagulation: act("架空凝固検査", "60"),
  thyroid: act("架空甲状腺機能検査", "60"),
  rapidVirus: act("架空ウイルス迅速検査", "60"),
  ecg: act("架空心電図検査", "60"),
  lung: act("架空呼吸機能検査", "60"),
  eyePressure: act("架空眼圧検査", "60"),
  memory: act("架空認知機能検査", "60"),
  boneDensity: act("架空骨密度検査", "60"),
  xray: act("架空Ｘ線撮影", "70", "枚"),
  echo: act("架空超音波検査", "60"),
  rehabilitation: act("架空運動器リハビリテーション", "80", "単位"),
  dialysis: act("架空人工腎臓（４時間）", "40"),
  counselling: act("架空精神療法", "80"),
  ward: act("架空入院基本料", "90", "日"),
  anaesthesia: act("架空麻酔", "50"),
} as const satisfies Readonly<Record<string, Written>>;

/** Name of an act in these tables. */
export type ActId = keyof typeof written;

const FIRST_CODE = 199_990_001;

/** Every act. */
export const medicalActs: readonly MedicalAct[] = Object.entries<Written>(written).map(([id, entry], index) => ({
  ...entry,
  id,
  code: String(FIRST_CODE + index),
}));

const byId: ReadonlyMap<string, MedicalAct> = new Map(medicalActs.map((entry) => [entry.id, entry]));

/** An act by its name in these tables. */
export function medicalAct(id: ActId): MedicalAct {
  const found = byId.get(id);
  ensure(found !== undefined, `no act ${id}`);
  return found;
}
