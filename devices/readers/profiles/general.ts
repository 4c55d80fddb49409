import type { ReaderProfile } from "../profile.ts";

/** 汎用カードリーダー: no camera; the clerk looks at card and face, or the patient types the PIN (readers-and-line.md §8). */
export const generalReader: ReaderProfile = {
  id: "general",
  title: { ja: "汎用カードリーダー", en: "general card reader" },
  source: "readers-and-line.md §8; times are our choice (§17)",
  methods: ["pin", "visual"],
  face: { tries: 0, tryMs: 0, threshold: 1000 },
  choiceMs: 30_000,
  pinMs: 60_000,
  consentMs: 60_000,
  removalMs: 60_000,
};
