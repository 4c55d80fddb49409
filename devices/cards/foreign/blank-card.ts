import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { SW } from "../../iso7816/status-word.ts";
import { type CardApplication, commandKey } from "../application.ts";
import { cardOf } from "../card.ts";
import { defaultCardProfile } from "../choices.ts";
import { statusOnly } from "../commands/status-only.ts";
import { type ForeignCard, nothingSelected } from "./foreign-card.ts";

/** ISO/IEC 14443-4 without historical bytes as PC/SC part 3 makes it: it says nothing of the card. */
const ATR = fromHex("3B 80 80 01 01");

/** SELECT finds nothing whatever it looks for, 6A82; every other command is 6D00 (ours). */
const nothingFound: CardApplication<unknown> = {
  ...nothingSelected,
  commands: [[commandKey(0x00, 0xa4), () => statusOnly(SW.notFound)]],
};

/** A chip card without applications, or with such as nobody here knows. */
export const blankCard: ForeignCard<"blank-card"> = {
  id: "blank-card",
  title: { ja: "不明なICカード", en: "unknown chip card" },
  advice: {
    ja: "マイナンバーカードではないICカードが置かれています。マイナンバーカードを置くよう伝える",
    en: "a chip card lies there that is no My Number card: ask for the My Number card",
  },
  make: (rng) => cardOf([nothingFound], undefined, { atr: ATR, profile: defaultCardProfile, rng }),
};
