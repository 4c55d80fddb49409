import { confirmed, inferred } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import { onWorkingDays } from "../support-line.ts";
import { simulatedFace } from "./simulated-face.ts";

/** パナソニック コネクト: what readers-and-line.md §1 has of it; the rest is ours. */
export const panasonic: ReaderProfile = {
  ...simulatedFace,
  id: "panasonic",
  title: { ja: "パナソニック コネクト（公開情報のみ）", en: "Panasonic Connect (public facts only)" },
  maker: { ja: "パナソニック コネクト", en: "Panasonic Connect" },
  product: "XC-STFR1J-MN",
  support: {
    phone: "0120-878-400",
    hours: onWorkingDays("09:00", "17:30"),
    newYear: undefined,
    summer: undefined,
  },
  origins: {
    ...simulatedFace.origins,
    maker: confirmed("readers-and-line.md §1"),
    product: inferred("readers-and-line.md §1, widely known, verified on no page"),
    support: confirmed("readers-and-line.md §1"),
  },
};
