import { PIN_SUPPORT } from "../../devices/ccid/descriptor.ts";
import { mutant } from "../mutant.ts";

/** Says that it can change a PIN, and refuses to. */
export const pinChangePromised = mutant({
  id: "X14b",
  layer: "CCID",
  title: { ja: "できないPIN変更をディスクリプターで宣言する", en: "the descriptor promises PIN modification" },
  symptom: {
    ja: "ホストがリーダーでのPIN変更を試みて失敗する",
    en: "the host offers a change of PIN at the reader, and it fails",
  },
  source: "firmware-validation.md §9 X14: notes of the public driver on PIN pads",
  caughtBy: "CC-18",
  slip: (good) => ({
    ...good,
    command: {
      ...good.command,
      descriptor: (declared) =>
        good.command.descriptor({ ...declared, bPINSupport: PIN_SUPPORT.verify | PIN_SUPPORT.modify }),
    },
  }),
});
