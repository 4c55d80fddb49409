import { fault } from "../kernel/fault.ts";
import "../neighbours/insurer-feed.ts";

/** Records of the insurers never reach the centre: nobody is found until somebody asks the insurer (requirements.md R3-15). */
export const feedLost = fault({
  id: "feed-lost",
  title: { ja: "保険者の登録の欠落", en: "a record of the insurers is lost" },
  pco: "feed.record",
  defaults: { records: 1 },
  shows: "C14+feed-lost",
  arm:
    ({ records }) =>
    (record, seen) =>
      seen < records ? { drop: true } : { pass: record },
});
