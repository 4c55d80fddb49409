import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The card is registered, but no insurer's data reached the centre (requirements.md R3-16). */
export const neverFed = persona({
  id: "never-fed",
  title: { ja: "保険者の登録遅れ（資格情報なし）", en: "insurer late, no eligibility rows" },
  startIndex: 90_000_000,
  suits: isEmployee,
  overlay: () => ({ eligibilities: [] }),
  registered: true,
  certificateEnds: certificateLasts,
});
