import { aidSince, ticketOf } from "../issued-aid.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Insured by an employer and on 医療扶助 as well, with a ticket for the clinic and one for a hospital. */
export const aidTogether = persona({
  id: "aid-together",
  title: { ja: "医療扶助と医療保険の併用（券あり）", en: "medical aid together with insurance, with ticket" },
  startIndex: 31_300_000,
  suits: isEmployee,
  overlay: (_person, today) => ({
    aid: aidSince(today, {
      serial: 900_004,
      use: "02",
      tickets: [ticketOf("clinic", today, { serial: 4 }), ticketOf("hospital", today, { serial: 5 })],
    }),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
