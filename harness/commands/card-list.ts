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
  const headings: Readonly<Record<string, Bilingual>> = {
    persona: { ja: "カードの持ち主（--persona）", en: "whose card (--persona)" },
    foreign: { ja: "マイナンバーカードでないカード（--persona）", en: "cards that are none of ours (--persona)" },
    fault: { ja: "カードの障害（--fault）", en: "faults of the card (--fault)" },
    atr: { ja: "ATR（--atr）", en: "answers to reset (--atr)" },
    choice: {
      ja: "公開されていない挙動の選択（--choice、すべて当方の選択）",
      en: "choices where nothing is public (--choice; all of them ours)",
    },
  };
  const part = (name: string, rows: readonly Row[]): string => {
    const width = Math.max(...rows.map(([left]) => left.length)) + 2;
    return `${headings[name]?.[language]}\n${rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join("\n")}\n`;
  };
  const faults = cardFaults.map(({ id, title, defaults }): Row => {
    const parameters = Object.entries(defaults).map(([name, value]) => `${name}=${String(value)}`);
    return [id, `${title[language]}${parameters.length === 0 ? "" : `  ${parameters.join(",")}`}`];
  });
  const choices = Object.entries(cardChoices).map(
    ([name, { id, title, values }]): Row => [`${name}=${values.join("|")}`, `${id} ${title[language]}`],
  );
  return [
    part("persona", titled(personas)),
    part("foreign", titled(foreignCards)),
    part("fault", faults),
    part(
      "atr",
      Object.entries(MY_NUMBER_ATRS).map(([name, atr]): Row => [name, atrText(atr)]),
    ),
    part("choice", choices),
  ].join("\n");
}
