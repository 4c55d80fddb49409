import type { ReaderProfile } from "../profile.ts";

/** A face reader with the values we chose: no maker publishes its own (readers-and-line.md §17). */
export const simulatedFace: ReaderProfile = {
  id: "simulated-face",
  title: { ja: "顔認証付きカードリーダー（模擬）", en: "face-authentication reader (simulated)" },
  source: "readers-and-line.md §17, our choice",
  methods: ["face", "pin", "visual"],
  face: { tries: 3, tryMs: 10_000, threshold: 600 },
  choiceMs: 30_000,
  pinMs: 60_000,
  consentMs: 60_000,
  removalMs: 60_000,
};
