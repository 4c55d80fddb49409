import { mutant } from "../mutant.ts";

/** Sends an empty VERIFY before it asks for digits. */
export const asksCounter = mutant({
  id: "X41",
  layer: "PIN",
  title: { ja: "空のVERIFYを自発的に送る", en: "an empty VERIFY of the reader's own" },
  symptom: {
    ja: "拒否するカードがあり、残りが減るおそれもある",
    en: "some cards refuse it, and a bad one could burn a try",
  },
  source: "firmware-validation.md §9 X41: some PIN pads send it, the public driver has a switch against it",
  caughtBy: "AP-07",
  slip: (good) => ({ ...good, pin: { ...good.pin, asksCounter: true } }),
});
