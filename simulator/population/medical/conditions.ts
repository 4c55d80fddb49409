import type { Bilingual } from "../../kernel/bilingual.ts";
import type { ActId } from "./acts.ts";
import type { DrugId } from "./products.ts";

/** From an age on so many of a thousand have it; it does not go away again. */
export interface PrevalenceStep {
  readonly fromAge: number;
  readonly men: number;
  readonly women: number;
}

/** Whose patients they are: each person has one office for each. */
export type Office = "internal" | "orthopaedics" | "mind" | "eye" | "skin" | "dialysis" | "blood";

/** A lasting illness, what is prescribed for it, and what is done. Numbers are ours, after what is generally known. */
export interface Condition {
  readonly id: string;
  readonly title: Bilingual;
  readonly prevalence: readonly PrevalenceStep[];
  readonly office: Office;
  /** One of them is the person's. */
  readonly regimens: readonly (readonly DrugId[])[];
  /** Done at every so many-th visit. */
  readonly acts: readonly { readonly act: ActId; readonly everyVisits: number; readonly count?: number }[];
  /** Gives way where its drugs do not go with those of another illness. */
  readonly minor?: true;
  /** Only in these months of the year. */
  readonly months?: readonly number[];
  /** Comes with a 特定疾病療養受療証 of this category and with nothing else (OQSCD013). */
  readonly diseaseCategory?: "1" | "2" | "3";
}

const step = (fromAge: number, men: number, women: number): PrevalenceStep => ({ fromAge, men, women });

/** Every lasting illness people have. */
export const conditions: readonly Condition[] = [
  {
    id: "hypertension",
    title: { ja: "高血圧症", en: "hypertension" },
    prevalence: [step(30, 20, 10), step(40, 120, 60), step(50, 280, 180), step(60, 430, 350), step(70, 520, 500)],
    office: "internal",
    regimens: [["amlo"], ["arb"], ["amlo", "arb"]],
    acts: [
      { act: "blood", everyVisits: 4 },
      { act: "ecg", everyVisits: 12 },
    ],
  },
  {
    id: "diabetes",
    title: { ja: "２型糖尿病", en: "type 2 diabetes" },
    prevalence: [step(40, 50, 20), step(50, 110, 50), step(60, 180, 90), step(70, 210, 130)],
    office: "internal",
    regimens: [["dpp4"], ["biguanide"], ["dpp4", "biguanide"]],
    acts: [
      { act: "glucose", everyVisits: 1 },
      { act: "urine", everyVisits: 3 },
    ],
  },
  {
    id: "dyslipidaemia",
    title: { ja: "脂質異常症", en: "dyslipidaemia" },
    prevalence: [step(40, 80, 40), step(50, 150, 180), step(60, 180, 280), step(70, 200, 300)],
    office: "internal",
    regimens: [["statin"]],
    acts: [{ act: "blood", everyVisits: 4 }],
  },
  {
    id: "asthma",
    title: { ja: "気管支喘息", en: "asthma" },
    prevalence: [step(3, 30, 25), step(40, 40, 45)],
    office: "internal",
    regimens: [["inhaler"]],
    acts: [{ act: "lung", everyVisits: 6 }],
  },
  {
    id: "hay-fever",
    title: { ja: "花粉症", en: "hay fever" },
    prevalence: [step(8, 120, 120), step(15, 200, 220)],
    office: "internal",
    regimens: [["antihistamine", "antihistamineChild"]],
    acts: [],
    months: [2, 3, 4],
  },
  {
    id: "gout",
    title: { ja: "高尿酸血症", en: "gout" },
    prevalence: [step(30, 20, 0), step(50, 40, 0), step(65, 45, 5)],
    office: "internal",
    regimens: [["urate"]],
    acts: [{ act: "blood", everyVisits: 4 }],
  },
  {
    id: "atrial-fibrillation",
    title: { ja: "心房細動", en: "atrial fibrillation" },
    prevalence: [step(60, 15, 8), step(75, 50, 30)],
    office: "internal",
    regimens: [["anticoagulant", "beta"]],
    acts: [
      { act: "ecg", everyVisits: 3 },
      { act: "coagulation", everyVisits: 3 },
    ],
  },
  {
    id: "reflux",
    title: { ja: "逆流性食道炎", en: "reflux disease" },
    prevalence: [step(40, 40, 40), step(60, 80, 90)],
    office: "internal",
    regimens: [["acid"]],
    acts: [],
  },
  {
    id: "thyroid",
    title: { ja: "甲状腺機能低下症", en: "hypothyroidism" },
    prevalence: [step(30, 3, 12), step(60, 6, 25)],
    office: "internal",
    regimens: [["thyroid"]],
    acts: [{ act: "thyroid", everyVisits: 3 }],
  },
  {
    id: "prostate",
    title: { ja: "前立腺肥大症", en: "enlarged prostate" },
    prevalence: [step(55, 60, 0), step(70, 150, 0)],
    office: "internal",
    regimens: [["alpha"]],
    acts: [{ act: "echo", everyVisits: 12 }],
  },
  {
    id: "osteoporosis",
    title: { ja: "骨粗鬆症", en: "osteoporosis" },
    prevalence: [step(55, 0, 80), step(65, 15, 200), step(75, 40, 320)],
    office: "orthopaedics",
    regimens: [["bone"]],
    acts: [{ act: "boneDensity", everyVisits: 6 }],
  },
  {
    id: "knee",
    title: { ja: "変形性膝関節症", en: "osteoarthritis of the knee" },
    prevalence: [step(55, 60, 120), step(70, 150, 280)],
    office: "orthopaedics",
    regimens: [["patch"], ["patch", "nsaid"]],
    acts: [
      { act: "rehabilitation", everyVisits: 1, count: 2 },
      { act: "xray", everyVisits: 6, count: 2 },
    ],
  },
  {
    id: "insomnia",
    title: { ja: "不眠症", en: "insomnia" },
    prevalence: [step(40, 25, 35), step(65, 70, 100)],
    office: "internal",
    regimens: [["hypnotic"]],
    acts: [],
    minor: true,
  },
  {
    id: "depression",
    title: { ja: "うつ病", en: "depression" },
    prevalence: [step(20, 18, 28), step(40, 25, 35)],
    office: "mind",
    regimens: [["antidepressant"]],
    acts: [{ act: "counselling", everyVisits: 1 }],
  },
  {
    id: "dementia",
    title: { ja: "アルツハイマー型認知症", en: "dementia" },
    prevalence: [step(65, 15, 20), step(75, 80, 100), step(85, 280, 380)],
    office: "mind",
    regimens: [["dementia"]],
    acts: [{ act: "memory", everyVisits: 6 }],
  },
  {
    id: "eczema",
    title: { ja: "アトピー性皮膚炎", en: "atopic dermatitis" },
    prevalence: [step(1, 45, 45), step(20, 50, 50)],
    office: "skin",
    regimens: [["ointment", "moisturiser"]],
    acts: [],
  },
  {
    id: "glaucoma",
    title: { ja: "緑内障", en: "glaucoma" },
    prevalence: [step(50, 30, 30), step(70, 70, 75)],
    office: "eye",
    regimens: [["eyeDrops"]],
    acts: [{ act: "eyePressure", everyVisits: 1 }],
  },
  {
    id: "dialysis",
    title: { ja: "慢性腎不全（人工透析）", en: "chronic renal failure on dialysis" },
    prevalence: [],
    office: "dialysis",
    regimens: [["binder"]],
    acts: [
      { act: "blood", everyVisits: 1 },
      { act: "bloodCount", everyVisits: 1 },
      { act: "xray", everyVisits: 3 },
    ],
    diseaseCategory: "1",
  },
  {
    id: "haemophilia",
    title: { ja: "先天性血液凝固因子障害", en: "congenital coagulation factor disorder" },
    prevalence: [],
    office: "blood",
    regimens: [["clottingFactor"]],
    acts: [{ act: "coagulation", everyVisits: 1 }],
    diseaseCategory: "2",
  },
  {
    id: "hiv",
    title: { ja: "ＨＩＶ感染症", en: "HIV infection" },
    prevalence: [],
    office: "blood",
    regimens: [["hiv"]],
    acts: [{ act: "blood", everyVisits: 1 }],
    diseaseCategory: "3",
  },
];
