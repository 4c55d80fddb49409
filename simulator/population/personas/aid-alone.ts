import { aidSince, ticketOf } from "../issued-aid.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** 医療扶助 alone, with a ticket of this month for the clinic and something to pay oneself. */
export const aidAlone = persona({
  id: "aid-alone",
  title: { ja: "医療扶助単独（委託あり・券あり）", en: "medical aid alone, entrusted, with ticket" },
  startIndex: 31_000_000,
  suits: isEmployee,
  overlay: (_person, today) => ({
    eligibilities: [],
    aid: aidSince(today, {
      serial: 900_001,
      use: "01",
      tickets: [ticketOf("clinic", today, { serial: 1, selfPayYen: 1_200 })],
    }),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
