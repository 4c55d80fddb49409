import { addMonths } from "../../kernel/civil-time.ts";
import { type CheckupRecord, checkupsOf, type Patient } from "../../population/medical/index.ts";
import { checkupWindow } from "../../rules/checkup-window.ts";
import type { CentralContext } from "../service.ts";

/** The check-ups that may be seen, oldest first (eligibility-rules.md §6.1). */
export function seenCheckups(
  patient: Patient,
  { today, policy }: Pick<CentralContext, "today" | "policy">,
): readonly CheckupRecord[] {
  const { checkupWindowMonths: windowMonths, checkupsFrom: dataFrom } = policy;
  return checkupsOf(patient, addMonths(today, -windowMonths), today).filter(
    ({ on, loaded }) => checkupWindow.decide({ on, arrived: loaded, today, windowMonths, dataFrom }).result,
  );
}
