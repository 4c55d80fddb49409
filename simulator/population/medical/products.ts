import { ensure } from "../../kernel/errors.ts";

/** How a drug is given; it decides 診療識別 and how its amount is counted. */
export type DrugForm = "oral" | "as-needed" | "external" | "injection";

/** What a drug does; interactions are between classes. */
export type DrugClass =
  | "calcium-blocker"
  | "arb"
  | "beta-blocker"
  | "statin"
  | "biguanide"
  | "dpp4"
  | "urate"
  | "anticoagulant"
  | "acid-blocker"
  | "hypnotic"
  | "antidepressant"
  | "dementia"
  | "bone"
  | "alpha-blocker"
  | "thyroid"
  | "inhaled-steroid"
  | "antihistamine"
  | "nsaid"
  | "nsaid-patch"
  | "antipyretic"
  | "macrolide"
  | "cephem"
  | "antiviral"
  | "expectorant"
  | "probiotic"
  | "antiemetic"
  | "iron"
  | "steroid-ointment"
  | "moisturiser"
  | "eye-drops"
  | "phosphate-binder"
  | "erythropoietin"
  | "clotting-factor"
  | "hiv"
  | "infusion";

/** An invented drug: no real product, no real ingredient; the code lies in 6999…, which no price list uses (ours). */
export interface DrugProduct {
  readonly id: string;
  /** Nine digits. */
  readonly code: string;
  readonly name: string;
  readonly ingredient: string;
  readonly drugClass: DrugClass;
  readonly form: DrugForm;
  readonly unit: string;
  /** Of one day, or of one use, as the file has it. */
  readonly quantity: string;
  readonly usage: string;
  readonly instruction?: string;
  /** For children below fifteen only, or for those older only; either where left out. */
  readonly age?: "child" | "adult";
}

type Written = Omit<DrugProduct, "id" | "code" | "form" | "unit"> & {
  readonly form?: DrugForm;
  readonly unit?: string;
};

const MORNING = "１日１回朝食後";
const EVENING = "１日１回就寝前";
const TWICE = "１日２回朝夕食後";
const THRICE = "１日３回毎食後";

/** Every drug, by id. Names say the class, so that whoever trains with them knows what they stand for. */
const written = {
  amlo: drug("架空降圧錠Ｃ５ｍｇ", "架空カルシウム拮抗成分", "calcium-blocker", "1", MORNING),
  arb: drug("架空降圧錠Ａ２０ｍｇ", "架空受容体拮抗成分", "arb", "1", MORNING),
  beta: drug("架空心拍錠２．５ｍｇ", "架空ベータ遮断成分", "beta-blocker", "1", MORNING),
  statin: drug("架空脂質錠２．５ｍｇ", "架空スタチン様成分", "statin", "1", "１日１回夕食後"),
  biguanide: drug("架空血糖錠Ｂ２５０ｍｇ", "架空ビグアナイド様成分", "biguanide", "3", THRICE),
  dpp4: drug("架空血糖錠Ｄ５０ｍｇ", "架空血糖降下成分", "dpp4", "1", MORNING),
  urate: drug("架空尿酸錠１０ｍｇ", "架空尿酸生成抑制成分", "urate", "1", MORNING),
  anticoagulant: drug("架空抗凝固錠１５ｍｇ", "架空抗凝固成分", "anticoagulant", "1", MORNING),
  acid: drug("架空胃酸錠１０ｍｇ", "架空酸分泌抑制成分", "acid-blocker", "1", "１日１回夕食後"),
  hypnotic: drug("架空睡眠錠５ｍｇ", "架空睡眠導入成分", "hypnotic", "1", EVENING),
  antidepressant: drug("架空気分錠２５ｍｇ", "架空抗うつ成分", "antidepressant", "1", "１日１回夕食後"),
  dementia: drug("架空記憶錠５ｍｇ", "架空認知症治療成分", "dementia", "1", MORNING),
  bone: {
    ...drug("架空骨粗鬆錠３５ｍｇ", "架空骨吸収抑制成分", "bone", "1", "週１回起床時"),
    instruction: "服用後３０分は横にならない",
  },
  alpha: drug("架空前立腺錠０．２ｍｇ", "架空アルファ遮断成分", "alpha-blocker", "1", "１日１回夕食後"),
  thyroid: drug("架空甲状腺錠５０μｇ", "架空甲状腺ホルモン成分", "thyroid", "1", "１日１回起床時"),
  inhaler: external(
    "架空吸入パウダー１００",
    "架空吸入ステロイド成分",
    "inhaled-steroid",
    "1",
    "キット",
    "１日２回　１回１吸入",
  ),
  antihistamine: drug("架空アレルギー錠１０ｍｇ", "架空抗ヒスタミン成分", "antihistamine", "1", EVENING, "adult"),
  antihistamineChild: syrup(
    "架空アレルギーシロップ",
    "架空抗ヒスタミン成分",
    "antihistamine",
    "4",
    "１日２回朝食後と就寝前",
  ),
  nsaid: drug("架空鎮痛錠６０ｍｇ", "架空消炎鎮痛成分", "nsaid", "3", THRICE, "adult"),
  patch: external("架空鎮痛パップ７０ｍｇ", "架空消炎鎮痛成分", "nsaid-patch", "14", "枚", "１日１回　患部に貼付"),
  antipyretic: {
    ...drug("架空解熱錠２００ｍｇ", "架空解熱鎮痛成分", "antipyretic", "2", "発熱時　６時間以上あける", "adult"),
    form: "as-needed",
  },
  antipyreticChild: {
    ...drug("架空解熱坐剤１００ｍｇ", "架空解熱鎮痛成分", "antipyretic", "1", "発熱時　８時間以上あける", "child"),
    form: "external",
    unit: "個",
  },
  macrolide: drug("架空抗菌錠Ｍ２００ｍｇ", "架空マクロライド様成分", "macrolide", "2", TWICE, "adult"),
  cephem: drug("架空抗菌錠Ｃ１００ｍｇ", "架空セフェム様成分", "cephem", "3", THRICE, "adult"),
  cephemChild: powder("架空抗菌細粒１０％", "架空セフェム様成分", "cephem", "0.9", THRICE),
  antiviral: {
    ...drug("架空抗ウイルスカプセル７５ｍｇ", "架空抗ウイルス成分", "antiviral", "2", TWICE, "adult"),
    unit: "カプセル",
  },
  antiviralChild: powder("架空抗ウイルスドライシロップ３％", "架空抗ウイルス成分", "antiviral", "2", TWICE),
  expectorant: drug("架空去痰錠５００ｍｇ", "架空去痰成分", "expectorant", "3", THRICE, "adult"),
  expectorantChild: syrup("架空去痰シロップ５％", "架空去痰成分", "expectorant", "9", THRICE),
  probiotic: { ...drug("架空整腸散", "架空整腸成分", "probiotic", "3", THRICE), unit: "ｇ" },
  antiemetic: {
    ...drug("架空制吐錠５ｍｇ", "架空制吐成分", "antiemetic", "1", "吐き気のあるとき", "adult"),
    form: "as-needed",
  },
  iron: drug("架空鉄剤錠５０ｍｇ", "架空鉄成分", "iron", "2", TWICE),
  ointment: external(
    "架空ステロイド軟膏０．０５％",
    "架空ステロイド外用成分",
    "steroid-ointment",
    "20",
    "ｇ",
    "１日２回　患部に塗布",
  ),
  moisturiser: external("架空保湿クリーム", "架空保湿成分", "moisturiser", "50", "ｇ", "１日数回　患部に塗布"),
  eyeDrops: external(
    "架空眼圧点眼液０．００５％",
    "架空眼圧降下成分",
    "eye-drops",
    "2.5",
    "ｍＬ",
    "１日１回　両眼に点眼",
  ),
  binder: drug("架空リン吸着錠２５０ｍｇ", "架空リン吸着成分", "phosphate-binder", "6", "１日３回毎食直前"),
  erythropoietin: injection("架空造血注１０μｇ", "架空造血成分", "erythropoietin", "透析時　静脈内注射"),
  clottingFactor: injection("架空血液凝固因子静注５００", "架空血液凝固因子成分", "clotting-factor", "静脈内注射"),
  hiv: drug("架空抗ＨＩＶ配合錠", "架空抗ＨＩＶ配合成分", "hiv", "1", MORNING, "adult"),
  infusion: injection("架空輸液５００ｍＬ", "架空電解質", "infusion", "点滴静脈内注射"),
} as const satisfies Readonly<Record<string, Written>>;

/** Name of a drug in these tables. */
export type DrugId = keyof typeof written;

const FIRST_CODE = 699_990_001;

/** Every drug. */
export const drugProducts: readonly DrugProduct[] = Object.entries<Written>(written).map(([id, product], index) => ({
  form: "oral",
  unit: "錠",
  ...product,
  id,
  code: String(FIRST_CODE + index),
}));

const byId: ReadonlyMap<string, DrugProduct> = new Map(drugProducts.map((product) => [product.id, product]));

/** A drug by its name in these tables. */
export function drugProduct(id: DrugId): DrugProduct {
  const product = byId.get(id);
  ensure(product !== undefined, `no drug ${id}`);
  return product;
}

function drug(
  name: string,
  ingredient: string,
  drugClass: DrugClass,
  quantity: string,
  usage: string,
  age?: "child" | "adult",
): Written {
  return { name, ingredient, drugClass, quantity, usage, ...(age === undefined ? {} : { age }) };
}

function syrup(name: string, ingredient: string, drugClass: DrugClass, quantity: string, usage: string): Written {
  return { ...drug(name, ingredient, drugClass, quantity, usage, "child"), unit: "ｍＬ" };
}

function powder(name: string, ingredient: string, drugClass: DrugClass, quantity: string, usage: string): Written {
  return { ...drug(name, ingredient, drugClass, quantity, usage, "child"), unit: "ｇ" };
}

function external(
  name: string,
  ingredient: string,
  drugClass: DrugClass,
  quantity: string,
  unit: string,
  usage: string,
): Written {
  return { ...drug(name, ingredient, drugClass, quantity, usage), form: "external", unit };
}

function injection(name: string, ingredient: string, drugClass: DrugClass, usage: string): Written {
  return { ...drug(name, ingredient, drugClass, "1", usage), form: "injection", unit: "管" };
}
