import { elements, group, optional, type RecordIn } from "../element-table.ts";
import { C } from "../format.ts";
import type { MessageVector } from "../message-kind.ts";
import { extAnswerHeader } from "./ext-parts.ts";
import { extAnswer, extBadAnswer } from "./ext-vectors.ts";

const USES = ["0", "1"];
const NO_USE = ["2"];

/**
 * 医療機関環境設定 as a flat list, named after OQSCD037 to 039 and 044; names and order are OURS (receipt-system-interface.md
 * §8.3). What a request leaves out stays as it is.
 */
export const facilitySettings = elements({
  SpecificHealthCheckupsInfoUse: optional("特定健診情報の利用", C("037"), USES, NO_USE),
  PharmacistsInfoUse: optional("薬剤情報の利用", C("037"), USES, NO_USE),
  DiagnosisInfoUse: optional("診療情報の利用", C("037"), USES, NO_USE),
  OperationInfoUse: optional("手術情報の利用", C("037"), USES, NO_USE),
  MedicalSubsidyUse: optional("医療費助成の利用", C("037"), USES, NO_USE),
  ElectronicPrescriptionUse: optional("電子処方箋の利用", C("038"), ["0", "3"], ["4"]),
  PrescriptionSelectTiming: optional("発行形態選択タイミング", C("039"), ["1", "2"], ["3"]),
});

/** The answer to a question about the settings, or to a change of them: the settings as they are now. */
export const settingsAnswer = elements({
  MessageHeader: extAnswerHeader,
  MessageBody: group("メッセージボディー", facilitySettings),
});
/** A record of {@link settingsAnswer}. */
export type SettingsAnswer = RecordIn<typeof settingsAnswer>;

/** Answers, right and wrong. */
export const settingsVectors: readonly MessageVector<SettingsAnswer>[] = [
  extAnswer(
    "drugs and check-ups on",
    "<PharmacistsInfoUse>1</PharmacistsInfoUse><SpecificHealthCheckupsInfoUse>1</SpecificHealthCheckupsInfoUse>",
    { SpecificHealthCheckupsInfoUse: "1", PharmacistsInfoUse: "1" },
  ),
  extBadAnswer("a timing that does not exist", "<PrescriptionSelectTiming>3</PrescriptionSelectTiming>", "SIM-E-004"),
];
