import type { ReaderMessageCode } from "../../devices/readers/messages.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

const SAME_CARD: Bilingual = {
  ja: "同じ --persona、--seed、--date（省略時は当日）で作ったカードだけが知られています。--fresh-keys は使えません。madoguchi reader／card と揃えてください",
  en: "only a card made with the same --persona, --seed and --date (today where left out) is known here, and none with --fresh-keys; give both commands the same ones",
};
const HOLD_STILL: Bilingual = {
  ja: "カードを置き直し、終わるまで動かさないでください。エミュレートしたカードなら --fault を確認してください",
  en: "put the card on again and leave it there; of an emulated one look at its --fault",
};

/** What somebody at two terminals looks at when a check-in ends with a message; the staff's own step stands with the message. */
export const nextSteps: Readonly<Partial<Record<ReaderMessageCode, Bilingual>>> = {
  "001": { ja: `${HOLD_STILL.ja}。顔認証の場合: ${SAME_CARD.ja}`, en: `${HOLD_STILL.en}. By face: ${SAME_CARD.en}` },
  "006": {
    ja: `この人の証明書が有効なはずなら: ${SAME_CARD.ja}`,
    en: `where this person's certificate ought to be valid: ${SAME_CARD.en}`,
  },
  "SIM-003": {
    ja: "madoguchi reader／card の --pin と同じ番号を --pin で指定してください。間違いのまま入力は繰り返しません",
    en: "give the --pin that `madoguchi reader` or `madoguchi card` was given; a wrong one is not typed again",
  },
  "SIM-004": {
    ja: "madoguchi reader／card の画面で unblock 0 と入力すると試行回数が戻ります",
    en: "type unblock 0 where `madoguchi reader` or `madoguchi card` runs: the tries come back",
  },
  "SIM-005": HOLD_STILL,
  "SIM-025": SAME_CARD,
  "SIM-026": SAME_CARD,
};
