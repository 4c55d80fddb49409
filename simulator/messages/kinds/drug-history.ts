import { elements, optional, optionalGroup, repeated } from "../element-table.ts";
import { D8, M6, N, X } from "../format.ts";

const LONG = ["1".repeat(11)];
const LONG_TEXT = ["字".repeat(101)];
const NO_DAY = ["20260931", "2026/09/14"];
const NO_FACILITY = ["134999901"];

/** Drugs of one day; names and meanings §2.11, lengths and bounds ours. */
const drug = elements({
  DrugC: optional("医薬品コード", X(20), ["699999901"], ["6".repeat(21)]),
  Qua1: optional("使用量", X(20), ["1", "0.5"], ["1".repeat(21)]),
  UsageN: optional("用法名称", X(100), ["１日１回朝食後"], LONG_TEXT),
  SpInst: optional("用法の特別指示", X(100), ["食後すぐ"], LONG_TEXT),
  Times: optional("調剤数量", X(10), ["28"], LONG),
  IngreN: optional("成分名", X(100), ["架空成分"], LONG_TEXT),
  MeTrIdCl: optional("診療識別", X(10), ["21"], LONG),
  Unit: optional("単位", X(10), ["錠"], LONG),
  DrugN: optional("医薬品名", X(100), ["架空錠５ｍｇ"], LONG_TEXT),
});

/** Medical acts of one day, file categories 3 and 4 only. */
const act = elements({
  SinInfN: optional("診療行為名", X(100), ["架空検査"], LONG_TEXT),
  SinInfCd: optional("診療行為コード", X(20), ["199999901"], ["1".repeat(21)]),
  MeTrIdCl: optional("診療識別", X(10), ["60"], LONG),
  Qua1: optional("数量", X(20), ["1"], ["1".repeat(21)]),
  Times: optional("回数", X(10), ["1"], LONG),
  Unit: optional("単位", X(10), ["回"], LONG),
});

const day = elements({
  DiDate: optional("調剤年月日", D8, ["20260914"], NO_DAY),
  PrDate: optional("処方年月日", D8, ["20260914"], NO_DAY),
  DrugInfs: optionalGroup("薬剤情報リスト", elements({ DrugInf: repeated("薬剤情報", 200, drug) })),
  MeTrInfs: optionalGroup("診療行為リスト", elements({ MeTrInf: repeated("診療行為", 200, act) })),
});

/** `MeTrMonthInf`: one month at one facility, from claims (receipt-system-interface.md §2.11, the plain family). */
export const drugMonth = elements({
  DiOrg: optional("調剤機関種別", X(10), ["2"], LONG),
  MeTrDiHCd: optional("診療・調剤機関コード", N(10), ["1349999019"], NO_FACILITY),
  PrlsHCd: optional("処方機関コード", N(10), ["1319999015"], NO_FACILITY),
  MeTrDiHNm: optional("診療・調剤機関名", X(100), ["架空薬局"], LONG_TEXT),
  MeTrMonth: optional("診療・調剤年月", M6, ["202609"], ["202600", "20260914"]),
  PrlsHNm: optional("処方機関名", X(100), ["架空診療所"], LONG_TEXT),
  PrIsOrg: optional("処方機関区分", X(10), ["1"], LONG),
  InOut: optional("入院・入院外区分", X(10), ["2"], LONG),
  DiDateInfs: optionalGroup("調剤日リスト", elements({ DiDateInf: repeated("調剤日", 100, day) })),
});
