import { asComputed, certificateLasts, isAged } from "./common.ts";
import { persona } from "./persona.ts";

/** 暗証番号設定なし: face or the eyes of the staff, nothing else (my-number-card.md §1.8, §8 D-08). */
export const faceOnly = persona({
  id: "face-only",
  title: { ja: "顔認証マイナンバーカード", en: "face-only card, without PINs" },
  startIndex: 108_000_000,
  suits: isAged(75, 95),
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  card: { carrier: "face-only" },
});
