import { mutant } from "../mutant.ts";

/** The longest ATR there is (ISO/IEC 7816-3 §8.2.1). */
const BUFFER_BYTES = 33;

/** Hands on its whole buffer. */
export const paddedAtr = mutant({
  id: "X34b",
  layer: "ISO-DEP",
  title: { ja: "ATRが33バイトに水増しされる", en: "the ATR is padded to 33 bytes" },
  symptom: { ja: "ホストがカードを見分けられない", en: "the host does not know the card" },
  source: "firmware-validation.md §9 X34: ifdnlnfc#3",
  caughtBy: "B-10",
  slip: (good) => ({
    ...good,
    pcd: {
      ...good.pcd,
      atr: (atqb, mbli) => {
        const buffer = new Uint8Array(BUFFER_BYTES);
        buffer.set(good.pcd.atr(atqb, mbli));
        return buffer;
      },
    },
  }),
});
