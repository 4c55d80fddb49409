import { cardChoices } from "../../devices/cards/choices.ts";
import { foreignCards } from "../../devices/cards/foreign/index.ts";
import { atrText, MY_NUMBER_ATRS } from "../../devices/iso7816/atr.ts";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import { personas } from "../../simulator/population/personas/index.ts";
import { cardFaults } from "../fault-option.ts";

type Row = readonly [name: string, text: string];

/** Everything that `madoguchi card` can be told by name, as a text for people. */
export function listCards(language: Language): string {
  const titled = (rows: readonly { readonly id: string; readonly title: Bilingual }[]): readonly Row[] =>
    rows.map(({ id, title }) => [id, title[language]]);
  const part = (heading: Bilingual, rows: readonly Row[]): string => {
    const width = Math.max(...rows.map(([left]) => left.length)) + 2;
    return `${heading[language]}\n${rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join("\n")}\n`;
  };
  const faults = cardFaults.map(({ id, title, defaults }): Row => {
    const parameters = Object.entries(defaults).map(([name, value]) => `${name}=${String(value)}`);
    return [id, `${title[language]}${parameters.length === 0 ? "" : `  ${parameters.join(",")}`}`];
  });
  const choices = Object.entries(cardChoices).map(
    ([name, { id, title, values }]): Row => [`${name}=${values.join("|")}`, `${id} ${title[language]}`],
  );
  return [
    part({ ja: "カードの持ち主（--persona）", en: "whose card (--persona)" }, titled(personas)),
    part(
      { ja: "マイナンバーカードでないカード（--persona）", en: "cards that are none of ours (--persona)" },
      titled(foreignCards),
    ),
    part({ ja: "カードの障害（--fault）", en: "faults of the card (--fault)" }, faults),
    part(
      { ja: "ATR（--atr）", en: "answers to reset (--atr)" },
      Object.entries(MY_NUMBER_ATRS).map(([name, atr]): Row => [name, atrText(atr)]),
    ),
    part(
      {
        ja: "公開されていない挙動の選択（--choice、すべて当方の選択。signatureMs の既定はここでは 0）",
        en: "choices where nothing is public (--choice; all of them ours; here signatureMs is 0 unless told otherwise)",
      },
      choices,
    ),
  ].join("\n");
}
