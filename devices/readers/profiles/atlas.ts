import { confirmed, ours, singleSource } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import { assumedNewYear, onWorkingDays } from "../support-line.ts";
import { simulatedFace } from "./simulated-face.ts";

/** アトラス情報サービス: what readers-and-line.md §1 has of it; the rest is ours. */
export const atlas: ReaderProfile = {
  ...simulatedFace,
  id: "atlas",
  title: { ja: "アトラス情報サービス（公開情報のみ）", en: "Atlas Information Service (public facts only)" },
  maker: { ja: "アトラス情報サービス", en: "Atlas Information Service" },
  product: "EXC-9200",
  support: {
    phone: "06-6946-2488",
    hours: onWorkingDays("09:00", "20:00"),
    newYear: assumedNewYear,
    summer: undefined,
  },
  origins: {
    ...simulatedFace.origins,
    maker: confirmed("readers-and-line.md §1"),
    product: singleSource("readers-and-line.md §1 [13], of the EXC-9000 series"),
    support: confirmed("readers-and-line.md §1"),
    "support.newYear": ours("that it closes then is public (readers-and-line.md §1), the dates are not"),
  },
};
