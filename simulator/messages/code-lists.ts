import type { Bilingual } from "../kernel/bilingual.ts";

/**
 * Code lists of the interface, numbered as in 別紙5-1: `001` is OQSCD001. Names, values and their marks:
 * receipt-system-interface.md §3 (the numbering itself has one source). Lists without a number have a name of ours.
 */
export interface CodeList {
  readonly ja: string;
  /** Code to meaning. */
  readonly values: Readonly<Record<string, Bilingual>>;
  /** True where the list, or its link to an element, is inferred or chosen by us. */
  readonly ours?: true;
  /** Other codes a user may put in place of ours, of up to so many letters and digits; none where left out. */
  readonly others?: number;
}

const means = (ja: string, en: string): Bilingual => ({ ja, en });

const PRESENCE = { "01": means("あり", "yes"), "02": means("なし", "no") };
const USE = { "0": means("利用しない", "not used"), "1": means("利用する", "used") };
const MATCH = { "0": means("一致", "agrees"), "1": means("不一致", "differs") };

/** Every list of chapter 3. 042 is three lists in one: what its codes mean depends on the factor, 041. */
export const codeLists = {
  "001": { ja: "限度額同意", values: { "0": means("未同意", "no consent"), "1": means("同意", "consent") } },
  "002": {
    ja: "照会区分",
    values: { "1": means("マイナンバーカード", "My Number card"), "2": means("被保険者証情報", "insurance number") },
  },
  "003": {
    ja: "処理結果区分",
    values: {
      "1": means("正常終了", "ended normally"),
      "2": means("処理中", "still working"),
      "9": means("異常終了", "failed"),
    },
  },
  "004": { ja: "処理結果状況", values: { "1": means("正常終了", "ended normally"), "2": means("エラー", "error") } },
  // 0 and 1 as in real files; one public table prints 1 and 2 (§1.5).
  "005": { ja: "文字コード識別", values: { "0": means("UTF-8", "UTF-8"), "1": means("Shift_JIS", "Shift_JIS") } },
  "006": {
    ja: "資格有効性",
    values: {
      "1": means("有効", "valid"),
      "2": means("無効", "not valid"),
      "3": means("無効（新しい資格あり）", "not valid, a newer eligibility exists"),
      "4": means("該当資格なし", "no eligibility found"),
      "5": means("複数該当", "several match"),
      "6": means("有効（未登録）", "valid, ticket not registered"),
    },
  },
  "007": {
    ja: "性別",
    values: { "1": means("男", "male"), "2": means("女", "female"), "3": means("未設定", "not stated") },
  },
  "008": {
    ja: "資格喪失事由",
    values: {
      "01": means("死亡", "death"),
      "02": means("生活保護受給開始", "public assistance began"),
      "03": means("医療保険等の資格取得", "joined another insurance"),
      "99": means("その他", "other"),
    },
  },
  "009": {
    ja: "本人・家族の別",
    values: { "1": means("本人", "insured person"), "2": means("家族", "family member") },
  },
  "010": {
    ja: "被保険者証区分",
    values: {
      "01": means("一般", "general"),
      "02": means("退職", "retired"),
      "03": means("短期（一般）", "short-term (general)"),
      "04": means("短期（退職）", "short-term (retired)"),
      "05": means("特別療養費支給対象者", "pays in full first (formerly certificate of eligibility)"),
      "06": means("特例退職", "special retired"),
      "07": means("自衛官診療証", "Self-Defence Forces"),
      A1: means("医療扶助", "medical assistance"),
    },
  },
  "011": {
    ja: "限度額適用認定証区分",
    values: {
      "01": means("限度額適用認定証", "limit certificate"),
      "02": means("限度額適用・標準負担額減額認定証", "limit and meal reduction certificate"),
      "03": means("標準負担額減額認定証", "meal reduction certificate"),
    },
  },
  "012": {
    ja: "限度額適用認定証適用区分",
    values: {
      A01: means("ア", "under 70: class a"),
      A02: means("イ", "under 70: class i"),
      A03: means("ウ", "under 70: class u"),
      A04: means("エ", "under 70: class e"),
      A05: means("オ", "under 70: class o"),
      A06: means("オ（境界層）", "under 70: class o (borderline)"),
      B01: means("現役並みⅢ", "70 and over: active income III"),
      B02: means("現役並みⅡ", "70 and over: active income II"),
      B03: means("現役並みⅠ", "70 and over: active income I"),
      B04: means("一般", "70 to 74: general"),
      B05: means("低所得Ⅱ", "70 and over: low income II"),
      B06: means("低所得Ⅰ", "70 and over: low income I"),
      B07: means("低所得Ⅰ（老福）", "70 and over: low income I (old-age welfare pension)"),
      B08: means("低所得Ⅰ（境界層）", "70 and over: low income I (borderline)"),
      B09: means("一般Ⅱ", "late elderly: general II"),
      B10: means("一般Ⅰ", "late elderly: general I"),
    },
  },
  "013": {
    ja: "特定疾病認定疾病区分",
    values: {
      "1": means("人工透析を要する慢性腎不全", "chronic renal failure on dialysis"),
      "2": means("先天性血液凝固因子障害", "congenital coagulation factor disorder"),
      "3": means("血液凝固因子製剤によるHIV感染症", "HIV infection from coagulation factor products"),
    },
  },
  "014": {
    ja: "限度額変更有無",
    values: { "0": means("変更なし", "unchanged"), "1": means("変更あり又は判定不能", "changed, or cannot be told") },
  },
  "015": { ja: "未就学区分", values: { "1": means("未就学該当", "preschool child") } },
  "016": {
    ja: "同意区分",
    values: {
      "0": means("同意なし", "no consent"),
      "1": means("同意あり", "consent"),
      "2": means("同意有効期限切れ", "consent has expired"),
      "3": means("同意取得困難", "consent could not be obtained"),
    },
  },
  "017": { ja: "処方箋発行形態", values: { "1": means("電子", "electronic"), "2": means("紙", "paper") } },
  "018": {
    ja: "医療券・調剤券別",
    values: { "01": means("医療券", "medical ticket"), "02": means("調剤券", "dispensing ticket") },
  },
  "019": {
    ja: "診療別",
    values: {
      "01": means("入院", "in-patient"),
      "02": means("入院外", "out-patient"),
      "03": means("歯科", "dental"),
      "04": means("調剤", "dispensing"),
      "05": means("訪問看護", "home nursing"),
    },
  },
  "020": {
    ja: "単独・併用別",
    values: { "01": means("単独", "assistance alone"), "02": means("併用", "together with insurance") },
  },
  "021": { ja: "社会保険状況", values: PRESENCE },
  "022": { ja: "社会保険状況の整合性フラグ", values: { "1": means("不整合あり", "does not agree") } },
  "023": { ja: "感染症法該当状況", values: PRESENCE },
  "024": { ja: "後期高齢者医療該当状況", values: PRESENCE },
  "025": { ja: "都道府県費該当状況", values: PRESENCE },
  "026": { ja: "指定医療機関確認フラグ", values: MATCH },
  "027": { ja: "同一個人有無", values: { "1": means("同一個人あり", "the same person exists") } },
  "028": {
    ja: "診療区分",
    values: {
      "1": means("外来", "out-patient"),
      "2": means("訪問診療等", "home visit"),
      "3": means("オンライン診療等", "online"),
      "4": means("救急時", "emergency"),
    },
  },
  "029": { ja: "医療情報種別", values: { TKK: means("特定健診", "check-up"), YZK: means("薬剤", "drugs") } },
  "030": {
    ja: "薬剤情報等表示区分",
    ours: true, // matched to `PrDiInfClassification` by us
    values: { "0": means("表示しない", "not shown"), "1": means("表示する", "shown") },
  },
  "031": {
    ja: "同意有効期限切れ理由",
    values: {
      "0": means("診療区分による", "depends on the kind of care"),
      "1": means("医療機関による取消", "withdrawn by the facility"),
      "2": means("患者による取消", "withdrawn by the patient"),
      "3": means("用途変更による取消", "withdrawn by a change of use"),
    },
  },
  "032": { ja: "資格情報変更確認", values: MATCH },
  "033": {
    ja: "URL取得区分",
    values: { "2": means("訪問診療等", "home visit"), "3": means("オンライン診療等", "online") },
  },
  "034": { ja: "URL出力形式", values: { "1": means("PDF", "PDF"), "2": means("PNG", "PNG") } },
  "035": { ja: "URL変更", values: { "0": means("変更しない", "keep"), "1": means("変更する", "change") } },
  "036": {
    ja: "閲覧同意情報種別",
    values: {
      TSR: means("特定疾病", "specific diseases"),
      TKK: means("特定健診", "check-up"),
      YZK: means("薬剤", "drugs"),
      SRJ: means("診療ほか", "medical care and others"),
      SHJ: means("手術ほか", "surgery and others"),
    },
  },
  "037": { ja: "利用設定", values: USE },
  "038": {
    ja: "電子処方箋利用",
    values: {
      "0": means("利用しない", "not used"),
      "1": means("電子のみ", "electronic only"),
      "2": means("電子と紙", "electronic and paper"),
      "3": means("紙のみ", "paper only"),
    },
  },
  "039": {
    ja: "発行形態選択タイミング",
    values: { "1": means("資格確認時以外", "not at the check-in"), "2": means("資格確認時", "at the check-in") },
  },
  "040": {
    ja: "情報要求パターン（救急）",
    values: {
      "1": means("救急用サマリー", "emergency summary"),
      "2": means("全量版", "everything"),
      "3": means("電子処方箋、サマリーと全量版", "prescriptions, summary and everything"),
      "4": means("薬剤", "drugs"),
      "5": means("診療・薬剤", "medical care and drugs"),
      "6": means("特定健診", "check-up"),
    },
  },
  "041": {
    ja: "二要素認証の要素",
    values: {
      "1": means("記憶", "something known"),
      "2": means("生体", "something one is"),
      "3": means("物理", "something owned"),
    },
  },
  "042": {
    ja: "二要素認証の方式（041の要素1・2・3の順）",
    values: {
      "01": means("ID・パスワード、指紋、ICカード", "ID and password, fingerprint, IC card"),
      "02": means("PIN、顔、ワンタイムパスワード", "PIN, face, one-time password"),
      "03": means("秘密の質問、音声、その他", "secret question, voice, other"),
      "04": means("静脈（要素2）", "vein (factor 2)"),
      "05": means("虹彩（要素2）", "iris (factor 2)"),
    },
  },
  "043": { ja: "救急時閲覧権限", values: { "0": means("無", "no"), "1": means("有", "yes") } },
  "044": {
    ja: "連携システムID",
    values: {
      "01": means("医療費助成", "medical subsidy"),
      "2": means("母子保健", "mother and child health"),
      "4": means("予防接種", "vaccination"),
      "8": means("介護保険", "long-term care insurance"),
    },
  },
  contributionRatio: {
    ja: "一部負担金割合",
    values: { "010": means("１割", "10 %"), "020": means("２割", "20 %"), "030": means("３割", "30 %") },
  },
  fileCategory: {
    ja: "ファイル区分",
    values: {
      "1": means("薬剤（PDF）", "drugs, PDF"),
      "2": means("薬剤（XML）", "drugs, XML"),
      "3": means("薬剤・診療（PDF）", "drugs and medical care, PDF"),
      "4": means("薬剤・診療（XML）", "drugs and medical care, XML"),
    },
  },
  checkupFileCategory: {
    ja: "ファイル区分（特定健診）",
    values: { "1": means("特定健診（PDF）", "check-ups, PDF"), "2": means("特定健診（XML）", "check-ups, XML") },
  },
  drugResult: {
    ja: "薬剤情報等の処理結果",
    ours: true, // 1 is known, 2 is our choice (§8.14), and `yzk.result.refused` another one's
    others: 2,
    values: { "1": means("正常", "normal"), "2": means("拒否", "refused") },
  },
} as const satisfies Readonly<Record<string, CodeList>>;

/** Number or name of a code list. */
export type CodeListId = keyof typeof codeLists;

/** OQSCD006 by name. */
export const VALIDITY = {
  valid: "1",
  invalid: "2",
  invalidNewer: "3",
  none: "4",
  several: "5",
  validUnregistered: "6",
} as const;
/** A value of `QualificationValidity`, as text like every value of the interface (receipt-system-interface.md §2.1). */
export type QualificationValidity = (typeof VALIDITY)[keyof typeof VALIDITY];

/** True for a value of OQSCD006. */
export function isQualificationValidity(value: string | undefined): value is QualificationValidity {
  return value !== undefined && Object.hasOwn(codeLists["006"].values, value);
}

/** OQSCD003 by name, of the whole file. */
export const SEGMENT_OF_RESULT = { normal: "1", processing: "2", failed: "9" } as const;
/** OQSCD004 by name, of one person. */
export const PROCESSING_STATUS = { normal: "1", error: "2" } as const;
/** OQSCD016 by name; OQSCD001, the limit flag, knows the first two only. */
export const CONSENT = { none: "0", given: "1", expired: "2", unobtainable: "3" } as const;
/** OQSCD002 by name. */
export const REFERENCE = { card: "1", insuranceNumber: "2" } as const;
