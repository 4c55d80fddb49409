import { insuranceItems, insuranceLabels, insurancesHeld, printedPosition, printedRatio } from "./coverage-of.ts";
import type { DocumentItems, DocumentSubject } from "./kind.ts";
import { printedDay } from "./words.ts";

/** Items of what マイナポータル shows of an insurance, on its screen and in the PDF it gives. */
export const portalLabels = {
  ...insuranceLabels,
  position: "本人・家族の別",
  insuredName: "被保険者・世帯主",
  acquired: "資格取得年月日",
  lost: "資格喪失年月日",
  ratio: "一部負担金の割合",
  viewedOn: "表示日",
} as const;

/** One for each insurance held. */
export function portalItems(subject: DocumentSubject): readonly DocumentItems<keyof typeof portalLabels>[] {
  const { person, on } = subject;
  return insurancesHeld(subject).map((row) => ({
    ...insuranceItems(person, row),
    position: printedPosition(row),
    insuredName: row.insuredName ?? person.name,
    acquired: printedDay(row.acquired),
    lost: printedDay(row.lost),
    ratio: printedRatio(row),
    viewedOn: printedDay(on),
  }));
}
