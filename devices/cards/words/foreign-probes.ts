import { type Bilingual, same } from "../../../simulator/kernel/bilingual.ts";

/**
 * What OpenSC asks every card before it asks for this one, about 29 questions in a row (my-number-card.md §5.1; the
 * names are those of OpenSC's drivers). AIDs by their first bytes.
 */
const FOREIGN_APPLICATIONS: readonly (readonly [aid: string, name: Bilingual])[] = [
  ["627601FF000000", same("CoolKey")],
  ["A00000000101", same("MuscleApplet")],
  ["E82B0601040181C31F0201", same("SmartCard-HSM")],
  [
    "D23300000045737445494420763335",
    { ja: "エストニアの身分証（EstEID 3.5）", en: "EstEID 3.5, Estonia's identity card" },
  ],
  ["A000000308", same("PIV")],
  ["A000000116DB00", same("CAC")],
  ["A00000007901", same("CAC")],
  ["A00000007910", same("CAC")],
  ["F276A288BCFBA69D34F31001", same("IsoApplet")],
  ["A00000039742544659", same("GIDS")],
  ["D27600012401", same("OpenPGP")],
];

/** The foreign kind of card a SELECT by AID looks for, where it is one of the known ones. */
export function foreignApplication(aidHex: string): Bilingual | undefined {
  return FOREIGN_APPLICATIONS.find(([start]) => aidHex.startsWith(start))?.[1];
}

/** Data objects of foreign cards: tag of GET DATA, or the tag list in the data field of its second form. */
const FOREIGN_DATA: Readonly<Record<string, Bilingual>> = {
  DF30: { ja: "FinEID（SetCOS）", en: "FinEID (SetCOS)" },
  "5C017E": same("PIV"),
};

/** The foreign kind of card a GET DATA looks for. */
export const foreignData = (key: string): Bilingual | undefined => FOREIGN_DATA[key];

/** A probe in words. */
export const probeText = ({ ja, en }: Bilingual): Bilingual => ({
  ja: `${ja}のカードかどうかの確認`,
  en: `as a probe for ${en}`,
});

/** What a probe means for the reader of a trace. */
export function probeNote(answered: boolean): Bilingual {
  return answered
    ? { ja: "ほかのカードへの問いなのに応答した", en: "a question to another kind of card, and it was answered" }
    : {
        ja: "ほかのカードへの問い。エラーが正しい応答",
        en: "a question to another kind of card; an error is the right answer",
      };
}
