import { elements, optional } from "../element-table.ts";
import { AMOUNT, C, D8, M6, N, W, X } from "../format.ts";

const FULL_WIDTH = ["ﾊﾝｶｸ", "half"];
const NO_DAY = ["20260230", "2026-11-01"];
const NO_FLAG = ["03", "1"];
const NO_FACILITY = ["131999901", "131999901X"];

/**
 * `MedicalTicketInfo` 医療券・調剤券情報 (receipt-system-interface.md §2.5): all optional as far as known. Lengths of
 * names and remarks are ours (§8.16), those of the number and the amount as well.
 */
export const medicalTicket = elements({
  TicketType: optional("医療券・調剤券別", C("018"), ["01", "02"], NO_FLAG),
  MedicalTicketValidDate: optional("有効開始年月日", D8, ["20261101"], NO_DAY),
  MedicalTicketExpirationDate: optional("有効終了年月日", D8, ["20261130"], NO_DAY),
  IssueNumber: optional("交付番号", X(20), ["9000123"], ["9".repeat(21)]),
  MedicalTreatmentMonth: optional("診療年月", M6, ["202611"], ["202613", "20261101"]),
  DesignatedMedicalInstitutionCode: optional("指定医療機関コード", N(10), ["1319999015"], NO_FACILITY),
  DesignatedMedicalInstitutionFlag: optional("指定医療機関確認フラグ", C("026"), ["0", "1"], ["2"]),
  DesignatedMedicalInstitutionName: optional("指定医療機関名", W(100), ["架空診療所"], FULL_WIDTH),
  PrescriptionIssuerMedicalInstitutionCode: optional("処方箋発行元医療機関コード", N(10), ["1319999015"], NO_FACILITY),
  PrescriptionIssuerMedicalInstitutionName: optional("処方箋発行元医療機関名", W(100), ["架空診療所"], FULL_WIDTH),
  InjuryName1: optional("傷病名１", W(100), ["高血圧症"], FULL_WIDTH),
  InjuryName2: optional("傷病名２", W(100), ["腰痛症"], FULL_WIDTH),
  InjuryName3: optional("傷病名３", W(100), ["２型糖尿病"], FULL_WIDTH),
  MedicalTreatmentType: optional("診療別", C("019"), ["01", "05"], ["06"]),
  SelfPayAmount: optional("本人支払額", AMOUNT(8), ["0", "12000"], ["-1", "1,200", "123456789"]),
  DistrictContactName: optional("地区担当員名", W(100), ["担当　一"], FULL_WIDTH),
  HandlingContactName: optional("取扱担当者名", W(100), ["取扱　二"], FULL_WIDTH),
  SingleOrCombinedUse: optional("単独・併用別", C("020"), ["01", "02"], NO_FLAG),
  StatusOfSocialInsurance: optional("社会保険状況", C("021"), ["01", "02"], NO_FLAG),
  ConsistencyFlag: optional("社会保険状況の整合性フラグ", C("022"), ["1"], ["0"]),
  StatusOfInfecton: optional("感染症法37条の2の該当状況", C("023"), ["01", "02"], NO_FLAG), // so spelled in the layout
  StatusOfElderlyMedicalCare: optional("後期高齢者医療の該当状況", C("024"), ["01", "02"], NO_FLAG),
  StatusOfPrefecturalExpenses: optional("都道府県費の該当状況", C("025"), ["01", "02"], NO_FLAG),
  Remarks1: optional("備考１", W(100), ["併用あり"], FULL_WIDTH),
  Remarks2: optional("備考２", W(100), ["併用あり"], FULL_WIDTH),
  Remarks3: optional("備考３", W(100), ["併用あり"], FULL_WIDTH),
});
