import { asComputed, certificateLasts, isAged } from "./common.ts";
import { persona } from "./persona.ts";

/** A child with a card and no signing certificate, which is for those of fifteen and older (general knowledge). */
export const child = persona({
  id: "child",
  title: { ja: "小学生", en: "a child at school" },
  startIndex: 106_000_000,
  suits: isAged(7, 12),
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
});
