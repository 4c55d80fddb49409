import { asComputed, certificateLasts, isAged } from "./common.ts";
import { persona } from "./persona.ts";

/** Under one year of age: the card has no photo, so neither a camera nor anybody's eyes can compare (my-number-card.md §8 D-18). */
export const infant = persona({
  id: "infant",
  title: { ja: "写真のない乳児", en: "an infant without a photo" },
  startIndex: 107_000_000,
  suits: isAged(0, 1),
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  card: { photo: false },
});
