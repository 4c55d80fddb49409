import { elements, optional, optionalGroup, repeated } from "../element-table.ts";
import { D8, M6, N, X } from "../format.ts";

const LONG = ["1".repeat(11)];
const LONG_TEXT = ["字".repeat(101)];
const NO_DAY = ["20261131", "2026/11/10"];
const NO_MONTH = ["202600", "20261110"];
const NO_FACILITY = ["134999901"];

/** What was dispensed on one electronic prescription; names §2.11, lengths and bounds ours. */
const dispensedDrug = elements({
  CzDrugC: optional("医薬品コード", X(20), ["699999901"], ["6".repeat(21)]),
  CzQua1: optional("使用量", X(20), ["1", "0.5"], ["1".repeat(21)]),
  CzUsageN: optional("用法名称", X(100), ["１日１回朝食後"], LONG_TEXT),
  CzSpInst: optional("用法の特別指示", X(100), ["食後すぐ"], LONG_TEXT),
  CzTimes: optional("調剤数量", X(10), ["14"], LONG),
  CzIngreN: optional("成分名", X(100), ["架空成分"], LONG_TEXT),
  CzUsageCl: optional("用法区分", X(10), ["1"], LONG),
  CzUnit: optional("単位", X(10), ["錠"], LONG),
  CzDrugN: optional("医薬品名", X(100), ["架空錠５ｍｇ"], LONG_TEXT),
});

const dispensingDay = elements({
  CzDiDate: optional("調剤年月日", D8, ["20261110"], NO_DAY),
  CzPrDate: optional("処方年月日", D8, ["20261110"], NO_DAY),
  CzDrugInfs: optionalGroup("薬剤情報リスト", elements({ CzDrugInf: repeated("薬剤情報", 200, dispensedDrug) })),
});

/** `CzDiMonthInf`: one month of dispensing at one pharmacy (receipt-system-interface.md §2.11, the `Cz` family). */
export const dispensingMonth = elements({
  CzDiOrg: optional("調剤機関種別", X(10), ["2"], LONG),
  CzMeTrDiHCd: optional("調剤機関コード", N(10), ["1349999019"], NO_FACILITY),
  CzPrlsHCd: optional("処方機関コード", N(10), ["1319999015"], NO_FACILITY),
  CzMeTrDiHNm: optional("調剤機関名", X(100), ["架空薬局"], LONG_TEXT),
  CzDiMonth: optional("調剤年月", M6, ["202611"], NO_MONTH),
  CzPrlsHNm: optional("処方機関名", X(100), ["架空診療所"], LONG_TEXT),
  CzPrIsOrg: optional("処方機関区分", X(10), ["1", "2"], LONG),
  CzPrCl: optional("入院・入院外区分", X(10), ["2"], LONG),
  CzDiDateInfs: optionalGroup("調剤日リスト", elements({ CzDiDateInf: repeated("調剤日", 100, dispensingDay) })),
});

const prescribedDrug = elements({
  ShDrugC: optional("医薬品コード", X(20), ["699999901"], ["6".repeat(21)]),
  ShQua1: optional("使用量", X(20), ["1", "0.5"], ["1".repeat(21)]),
  ShUsageN: optional("用法名称", X(100), ["１日１回朝食後"], LONG_TEXT),
  ShSpInst: optional("用法の特別指示", X(100), ["食後すぐ"], LONG_TEXT),
  ShTimes: optional("処方数量", X(10), ["14"], LONG),
  ShIngreN: optional("成分名", X(100), ["架空成分"], LONG_TEXT),
  ShUsageCl: optional("用法区分", X(10), ["1"], LONG),
  ShUnit: optional("単位", X(10), ["錠"], LONG),
  ShDrugN: optional("医薬品名", X(100), ["架空錠５ｍｇ"], LONG_TEXT),
});

const prescriptionDay = elements({
  ShPrDate: optional("処方年月日", D8, ["20261110"], NO_DAY),
  ShDrugInfs: optionalGroup("薬剤情報リスト", elements({ ShDrugInf: repeated("薬剤情報", 200, prescribedDrug) })),
});

/** `ShPrMonthInf`: one month of electronic prescriptions of one facility (§2.11, the `Sh` family). */
export const prescriptionMonth = elements({
  ShPrOrg: optional("処方機関種別", X(10), ["1"], LONG),
  ShMeTrDiHCd: optional("診療機関コード", N(10), ["1319999015"], NO_FACILITY),
  ShPrHCd: optional("処方機関コード", N(10), ["1319999015"], NO_FACILITY),
  ShMeTrDiHNm: optional("診療機関名", X(100), ["架空診療所"], LONG_TEXT),
  ShPrMonth: optional("処方年月", M6, ["202611"], NO_MONTH),
  ShPrHNm: optional("処方機関名", X(100), ["架空診療所"], LONG_TEXT),
  ShPrIsOrg: optional("処方機関区分", X(10), ["1", "2"], LONG),
  ShPrCl: optional("入院・入院外区分", X(10), ["2"], LONG),
  ShPrDateInfs: optionalGroup("処方日リスト", elements({ ShPrDateInf: repeated("処方日", 100, prescriptionDay) })),
});
