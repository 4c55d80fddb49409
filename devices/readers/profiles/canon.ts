import { confirmed, ours, singleSource } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import { assumedNewYear, assumedSummer, onWorkingDays } from "../support-line.ts";
import { simulatedFace } from "./simulated-face.ts";

const DATES = ours("that it closes then is public (readers-and-line.md §1), the dates are not");

/** キヤノンマーケティングジャパン: what readers-and-line.md §1 and §6 have of it; the rest is ours. */
export const canon: ReaderProfile = {
  ...simulatedFace,
  id: "canon",
  title: { ja: "キヤノンマーケティングジャパン（公開情報のみ）", en: "Canon Marketing Japan (public facts only)" },
  maker: { ja: "キヤノンマーケティングジャパン", en: "Canon Marketing Japan" },
  product: "Hi-CARA",
  support: {
    phone: "03-6636-0333",
    hours: onWorkingDays("09:00", "17:30"),
    newYear: assumedNewYear,
    summer: assumedSummer,
  },
  visualModes: ["terminal-menu"],
  signals: {
    ...simulatedFace.signals,
    "face-failed": { ...simulatedFace.signals["face-failed"], lamp: { colour: "red", pattern: "steady" } },
  },
  origins: {
    ...simulatedFace.origins,
    maker: confirmed("readers-and-line.md §1"),
    product: singleSource("readers-and-line.md §1 [11][12]"),
    support: confirmed("readers-and-line.md §1"),
    "support.newYear": DATES,
    "support.summer": DATES,
    visualModes: singleSource("readers-and-line.md §1 [12]: none by itself in 2023"),
    "signals.face-failed.lamp.colour": singleSource("readers-and-line.md §1, §6 [11]"),
  },
};
