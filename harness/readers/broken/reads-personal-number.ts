import { textInput } from "../../../devices/cards/applications/text-input.ts";
import { selectApplication, selectFile } from "../../../devices/iso7816/commands.ts";
import { declareReader } from "../declare.ts";

/** 個人番号 in 券面事項入力補助AP (my-number-card.md §1.5). */
const PERSONAL_NUMBER = 0x0001;

/** Reaches for the 12-digit number as well; without its PIN the card refuses to show it. */
export const readsPersonalNumber = declareReader({
  id: "reader/reads-personal-number",
  title: { ja: "個人番号のファイルにも触れる", en: "reaches for the number file" },
  slip: { alsoSends: [selectApplication(textInput.aid), selectFile(PERSONAL_NUMBER)] },
  fails: { F06: ["reader/retries-bounded"], F29: ["reader/number-file-untouched"] },
});
