import { aidSince, ticketOf } from "../issued-aid.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The welfare office knows of an insurance; no insurer has registered one. */
export const aidInsurerMissing = persona({
  id: "aid-insurer-missing",
  title: { ja: "医療扶助併用・保険者未登録", en: "medical aid together with an insurance no insurer registered" },
  startIndex: 31_400_000,
  suits: isEmployee,
  overlay: (_person, today) => ({
    eligibilities: [],
    aid: aidSince(today, { serial: 900_005, use: "02", tickets: [ticketOf("clinic", today, { serial: 6 })] }),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
