import { optional } from "../element-table.ts";
import { C } from "../format.ts";

const USES = ["0", "1"];
const NO_USE = ["2"];

/**
 * 医療機関環境設定 as a flat list, named after OQSCD037 to 039 and 044; names and order are OURS (receipt-system-interface.md
 * §8.3). What a request leaves out stays as it is.
 */
export const facilitySettingRows = {
  SpecificHealthCheckupsInfoUse: optional("特定健診情報の利用", C("037"), USES, NO_USE),
  PharmacistsInfoUse: optional("薬剤情報の利用", C("037"), USES, NO_USE),
  DiagnosisInfoUse: optional("診療情報の利用", C("037"), USES, NO_USE),
  OperationInfoUse: optional("手術情報の利用", C("037"), USES, NO_USE),
  MedicalSubsidyUse: optional("医療費助成の利用", C("037"), USES, NO_USE),
  ElectronicPrescriptionUse: optional("電子処方箋の利用", C("038"), ["0", "3"], ["4"]),
  PrescriptionSelectTiming: optional("発行形態選択タイミング", C("039"), ["1", "2"], ["3"]),
};
