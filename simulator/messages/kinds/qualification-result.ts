import { elements, optional, optionalGroup, repeated, required, withholdable } from "../element-table.ts";
import { AMOUNT, C, D8, INSURER_NUMBER, K, N, POST_NUMBER, T14, W, X } from "../format.ts";
import { medicalTicket } from "./medical-ticket.ts";

const DAY = ["20261121"];
const NO_DAY = ["20261131", "2026/11/21"];
const TIME = ["20261121090509"];
const NO_TIME = ["20261121240000", "202611210905"];
const FULL_WIDTH = ["架空 花子", "ｶｸｳ"];
const HALF_WIDTH = ["カクウ ハナコ", "ｶｸｳ　ﾊﾅｺ"];
const CONSENTS = ["0", "1", "2", "3"];
const NO_CONSENT = ["4", "01"];
const RATIOS = ["010", "020", "030"];
const NO_RATIO = ["30", "040"];

/** §2.4 row 26: age 70 to 74. */
const elderlyRecipientCertificate = elements({
  ElderlyRecipientCertificateDate: optional("交付年月日", D8, DAY, NO_DAY),
  ElderlyRecipientValidStartDate: optional("有効開始年月日", D8, DAY, NO_DAY), // no "Certificate" in the name
  ElderlyRecipientValidEndDate: optional("有効終了年月日", D8, DAY, NO_DAY),
  ElderlyRecipientContributionRatio: optional("一部負担金割合", C("contributionRatio"), RATIOS, NO_RATIO),
});

/** §2.4 row 29. */
const limitApplicationCertificate = elements({
  LimitApplicationCertificateClassification: optional("認定証区分", C("011"), ["01", "02", "03"], ["04"]),
  LimitApplicationCertificateClassificationFlag: optional(
    "適用区分",
    C("012"),
    ["A01", "A06", "B10"],
    ["A07", "B11", "ア"],
  ),
  LimitApplicationCertificateDate: optional("交付年月日", D8, DAY, NO_DAY),
  LimitApplicationCertificateValidStartDate: optional("有効開始年月日", D8, DAY, NO_DAY),
  LimitApplicationCertificateValidEndDate: optional("有効終了年月日", D8, DAY, NO_DAY),
  LimitApplicationCertificateLongTermDate: optional("長期入院該当年月日", D8, DAY, NO_DAY),
});

/** §2.4 row 32.1; that the category is required is inferred there, the length of the amount is ours. */
const specificDisease = elements({
  SpecificDiseasesDiseaseCategory: required("認定疾病区分", C("013"), ["1", "2", "3"], ["", "4"]),
  SpecificDiseasesCertificateDate: optional("交付年月日", D8, DAY, NO_DAY),
  SpecificDiseasesValidStartDate: optional("有効開始年月日", D8, DAY, NO_DAY),
  SpecificDiseasesValidEndDate: optional("有効終了年月日", D8, DAY, NO_DAY),
  SpecificDiseasesSelfPay: optional("自己負担限度額", AMOUNT(8), ["10000"], ["10,000", "１００００"]),
});

/**
 * Rows 1 to 26 of §2.4, the person and the insurance: what a bulk answer gives as well (§2.7). Lengths of names and
 * addresses are ours (§8.16).
 */
export const personRows = {
  InsuredCardClassification: required("被保険者証区分", C("010"), ["01", "07", "A1"], ["", "08", "1"]),
  InsurerNumber: withholdable(
    "保険者番号",
    INSURER_NUMBER,
    ["06139992", "  139998"],
    ["", "139998", "139998  ", "0613999X"],
  ),
  InsuredCardSymbol: optional("被保険者証記号", X(20), ["12-34", "見国", "・１２"], ["1".repeat(21)]),
  InsuredIdentificationNumber: withholdable("被保険者証番号", X(20), ["0000005"], ["", "1".repeat(21)]),
  InsuredBranchNumber: optional("枝番", N(2), ["00", "01"], ["1", "001", "0A"]),
  PersonalFamilyClassification: optional("本人・家族の別", C("009"), ["1", "2"], ["0", "3"]),
  InsuredName: optional("被保険者氏名", W(100), ["見本　太郎"], FULL_WIDTH),
  Name: required("氏名", W(100), ["見本　花子", "●橋　一", "𠮷田　二"], ["", ...FULL_WIDTH, "字".repeat(101)]),
  NameOfOther: optional("氏名（その他）", W(100), ["ＳＡＭＰＬＥ　ＨＡＮＡＫＯ"], FULL_WIDTH),
  NameKana: optional("氏名カナ", K(100), ["ﾐﾎﾝ ﾊﾅｺ", "ｶｸｳ ﾁｮｳｼﾞｭ"], HALF_WIDTH),
  NameOfOtherKana: optional("氏名カナ（その他）", K(100), ["ｻﾝﾌﾟﾙ ﾊﾅｺ"], HALF_WIDTH),
  Sex1: required("性別１", C("007"), ["1", "2", "3"], ["", "4", "男"]),
  Sex2: optional("性別２", C("007"), ["3"], ["0"]),
  Birthdate: required("生年月日", D8, ["19460505", "20240229"], ["", "20230229", "S210505"]),
  Address: withholdable("住所", W(200), ["架空県見本市試験１－２－３"], ["", "架空県見本市1-2-3"]),
  PostNumber: withholdable("郵便番号", POST_NUMBER, ["000-0001"], ["", "0000001", "000-00001"]),
  QualificationDate: optional("資格取得年月日", D8, DAY, NO_DAY),
  DisqualificationDate: optional("資格喪失年月日", D8, DAY, NO_DAY),
  InsuredCertificateIssuanceDate: optional("証交付年月日", D8, DAY, NO_DAY),
  InsuredCardValidDate: optional("証有効開始年月日", D8, DAY, NO_DAY),
  InsuredCardExpirationDate: optional("証有効終了年月日", D8, DAY, [...NO_DAY, "99999999"]),
  InsuredPartialContributionRatio: optional("一部負担金割合", C("contributionRatio"), RATIOS, NO_RATIO),
  PreschoolClassification: optional("未就学区分", C("015"), ["1"], ["0"]),
  ReasonOfLoss: optional("資格喪失事由", C("008"), ["01", "99"], ["04", "1"]),
  InsurerName: required("保険者名称", W(100), ["架空試験健康保険組合"], ["", ...FULL_WIDTH]),
  ElderlyRecipientCertificateInfo: optionalGroup("高齢受給者証情報", elderlyRecipientCertificate),
};

/**
 * `ResultOfQualificationConfirmation` 資格確認結果, one scheme of one person (receipt-system-interface.md §2.4, rows 1 to
 * 47). Lengths of names and addresses are ours (§8.16), and so are the bounds of lists. Withheld: the numbers when the
 * facility is not entrusted (§8.25), the address of the protected (requirements.md C71), whatever hangs on a consent
 * (§6.3 no. 4).
 */
export const qualificationResult = elements({
  ...personRows,
  LimitApplicationCertificateRelatedConsFlg: optional("限度額適用認定証提供同意フラグ", C("001"), ["0", "1"], ["2"]),
  LimitApplicationCertificateRelatedConsTime: withholdable("限度額適用認定証提供同意日時", T14, TIME, ["", ...NO_TIME]),
  LimitApplicationCertificateRelatedInfo: optionalGroup("限度額適用認定証関連情報", limitApplicationCertificate),
  SpecificDiseasesCertificateRelatedConsFlg: optional(
    "特定疾病療養受療証提供同意フラグ",
    C("016"),
    CONSENTS,
    NO_CONSENT,
  ),
  SpecificDiseasesCertificateRelatedConsTime: withholdable("特定疾病療養受療証提供同意日時", T14, TIME, [
    "",
    ...NO_TIME,
  ]),
  SpecificDiseasesCertificateList: optionalGroup(
    "特定疾病療養受療証情報リスト",
    elements({ SpecificDiseasesCertificateInfo: repeated("特定疾病療養受療証情報", 10, specificDisease) }),
  ),
  PublicExpenseResultList: optionalGroup(
    "医療扶助資格確認結果リスト",
    elements({ MedicalTicketInfo: repeated("医療券・調剤券情報", 20, medicalTicket) }),
  ),
  SpecificHealthCheckupsInfoConsFlg: optional("特定健診情報閲覧同意フラグ", C("016"), CONSENTS, NO_CONSENT),
  SpecificHealthCheckupsInfoConsTime: withholdable("特定健診情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  SpecificHealthCheckupsInfoAvailableTime: withholdable("特定健診情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  PharmacistsInfoConsFlg: optional("薬剤情報閲覧同意フラグ", C("016"), CONSENTS, NO_CONSENT),
  PharmacistsInfoConsTime: withholdable("薬剤情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  PharmacistsInfoAvailableTime: withholdable("薬剤情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  DiagnosisInfoConsFlg: optional("診療情報閲覧同意フラグ", C("016"), CONSENTS, NO_CONSENT),
  DiagnosisInfoConsTime: withholdable("診療情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  DiagnosisInfoAvailableTime: withholdable("診療情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  OperationInfoConsFlg: optional("手術情報閲覧同意フラグ", C("016"), CONSENTS, NO_CONSENT),
  OperationInfoConsTime: withholdable("手術情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  OperationInfoAvailableTime: withholdable("手術情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  // The six consents of 電子カルテ情報共有; names and place are ours (§8.11). They stand only where `ext.emr` is on.
  DiagnosisNameInfoConsFlg: withholdable("傷病名情報閲覧同意フラグ", C("016"), CONSENTS, ["", ...NO_CONSENT]),
  DiagnosisNameInfoConsTime: withholdable("傷病名情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  DiagnosisNameInfoAvailableTime: withholdable("傷病名情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  InfectiousInfoConsFlg: withholdable("感染症情報閲覧同意フラグ", C("016"), CONSENTS, ["", ...NO_CONSENT]),
  InfectiousInfoConsTime: withholdable("感染症情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  InfectiousInfoAvailableTime: withholdable("感染症情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  AllergyInfoConsFlg: withholdable("アレルギー情報閲覧同意フラグ", C("016"), CONSENTS, ["", ...NO_CONSENT]),
  AllergyInfoConsTime: withholdable("アレルギー情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  AllergyInfoAvailableTime: withholdable("アレルギー情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  ContraindicationInfoConsFlg: withholdable("薬剤禁忌情報閲覧同意フラグ", C("016"), CONSENTS, ["", ...NO_CONSENT]),
  ContraindicationInfoConsTime: withholdable("薬剤禁忌情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  ContraindicationInfoAvailableTime: withholdable("薬剤禁忌情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  TestInfoConsFlg: withholdable("検査情報閲覧同意フラグ", C("016"), CONSENTS, ["", ...NO_CONSENT]),
  TestInfoConsTime: withholdable("検査情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  TestInfoAvailableTime: withholdable("検査情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  PrescriptionInfoConsFlg: withholdable("処方情報閲覧同意フラグ", C("016"), CONSENTS, ["", ...NO_CONSENT]),
  PrescriptionInfoConsTime: withholdable("処方情報閲覧同意日時", T14, TIME, ["", ...NO_TIME]),
  PrescriptionInfoAvailableTime: withholdable("処方情報閲覧有効期限", T14, TIME, ["", ...NO_TIME]),
  ArbitraryIdentifier: optional("任意の識別子", X(50), ["00000101_1"], ["1".repeat(51)]),
  ReferenceNumber: optional("照会番号", X(50), ["00000303"], ["1".repeat(51)]),
});
