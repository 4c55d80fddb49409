import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Holds a 資格確認書, but the insurer has not told the centre yet, and the card was never registered. */
export const unknownNewcomer = persona({
  id: "unknown-newcomer",
  title: { ja: "利用未登録（資格情報なし）", en: "card not registered, no eligibility at the centre" },
  startIndex: 60_000_000,
  suits: isEmployee,
  overlay: () => ({ eligibilities: [] }),
  registered: false,
  certificateEnds: certificateLasts,
});
