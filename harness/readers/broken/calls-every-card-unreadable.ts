import { declareReader } from "../declare.ts";

/** Has one message for a card that cannot be read and for one that is none of ours. */
export const callsEveryCardUnreadable = declareReader({
  id: "reader/calls-every-card-unreadable",
  title: { ja: "別のカードも「認識不可」と案内する", en: "tells another card as unreadable" },
  slip: { cardMessages: { unreadable: "001", "other-card": "001" } },
  fails: { F02: ["reader/other-card-told"] },
});
