import { confirmed } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import { simulatedFace } from "./simulated-face.ts";

/** The reader specified on 2025-02-17: who makes it and under which name is not public (readers-and-line.md §1 [16][17]). */
export const nextGeneration: ReaderProfile = {
  ...simulatedFace,
  id: "next-generation",
  title: {
    ja: "次期顔認証付きカードリーダー（公開情報のみ）",
    en: "next face-authentication reader (public facts only)",
  },
  phone: "built-in",
  origins: { ...simulatedFace.origins, phone: confirmed("readers-and-line.md §1 [16][17]") },
};
