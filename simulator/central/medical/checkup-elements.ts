import type { CheckupInformationAnswer } from "../../messages/kinds/tkk-siquc01.ts";
import { type CheckupItemId, type CheckupRecord, checkupItemKinds } from "../../population/medical/index.ts";

type Checkups = CheckupInformationAnswer["MessageBody"]["SpecificHealthCheckupInfo"];

/** A measured quantity (general knowledge, receipt-system-interface.md §5.21). */
const PHYSICAL_QUANTITY = "PQ";

/** Check-ups as elements, newest first (receipt-system-interface.md §2.12; the order is ours). */
export function checkupElements(checkups: readonly CheckupRecord[]): Checkups {
  return checkups.toReversed().map(({ on, values }) => ({ EffectiveTime: on, ...resultsOf(values) }));
}

/** What is not given is left out, never emptied (requirements.md X-09). */
function resultsOf(values: CheckupRecord["values"]): Pick<Checkups[number], "HealthCheckupResultAndQuestionInfos"> {
  const items = measuredItems(values);
  if (items.length === 0) return {};
  return {
    HealthCheckupResultAndQuestionInfos: {
      HealthCheckupResultAndQuestionInfo: items.map(({ code, name, unit, value }) => ({
        ItemCode: code,
        ItemName: name,
        DataType: PHYSICAL_QUANTITY,
        DataValue: value,
        Unit: unit,
      })),
    },
  };
}

/** The items that were measured, in the order of the report, with their values as text. */
export function measuredItems(values: CheckupRecord["values"]) {
  return checkupItemKinds.flatMap((kind) => {
    const value = values[kind.id as CheckupItemId];
    return value === undefined ? [] : [{ ...kind, value: value.toFixed(kind.digits) }];
  });
}
