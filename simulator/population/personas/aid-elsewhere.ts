import { aidSince, ticketOf } from "../issued-aid.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** 医療扶助 alone, entrusted to a hospital and a pharmacy, not to the clinic. */
export const aidElsewhere = persona({
  id: "aid-elsewhere",
  title: { ja: "医療扶助単独（他機関に委託）", en: "medical aid alone, entrusted elsewhere" },
  startIndex: 31_100_000,
  suits: isEmployee,
  overlay: (_person, today) => ({
    eligibilities: [],
    aid: aidSince(today, {
      serial: 900_002,
      use: "01",
      tickets: [ticketOf("hospital", today, { serial: 2 }), ticketOf("pharmacy", today, { serial: 3 })],
    }),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
