import { confirmed, singleSource } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import { onWorkingDays } from "../support-line.ts";
import { simulatedFace } from "./simulated-face.ts";

/** 富士通Japan: what readers-and-line.md §1 has of it; the rest is ours. Its error codes stand in a guide that is not public. */
export const fujitsu: ReaderProfile = {
  ...simulatedFace,
  id: "fujitsu",
  title: { ja: "富士通Japan（公開情報のみ）", en: "Fujitsu Japan (public facts only)" },
  maker: { ja: "富士通Japan", en: "Fujitsu Japan" },
  product: "Caora",
  support: {
    phone: "0120-924-524",
    hours: onWorkingDays("09:00", "17:00"),
    newYear: { first: "12-29", last: "01-03" },
    summer: undefined,
  },
  management: {
    entry: {
      ja: "画面の四隅を約1秒間隔で決まった順に触れる",
      en: "tap the four corners of the screen in a pattern, about a second apart",
    },
    rights: [
      { ja: "管理者", en: "administrator" },
      { ja: "利用者", en: "user" },
    ],
  },
  origins: {
    ...simulatedFace.origins,
    maker: confirmed("readers-and-line.md §1"),
    product: singleSource("readers-and-line.md §1 [7]"),
    support: confirmed("readers-and-line.md §1"),
    management: singleSource("readers-and-line.md §1 [7]"),
  },
};
