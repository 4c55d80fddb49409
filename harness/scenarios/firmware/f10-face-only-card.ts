import { must, scenario } from "../../scenario.ts";

/** 顔認証マイナンバーカード: no PIN was ever set. */
export const f10 = scenario({
  id: "F10",
  title: { ja: "顔認証マイナンバーカード（暗証番号なし）", en: "face-only card without PINs" },
  underTest: "reader",
  expected: {
    ja: "暗証番号のボタンを出さず、顔認証で受け付ける",
    en: "shows no PIN button and goes on by face",
  },
  requires: ["R1-03"],
  seed: 210,
  policyDate: "2026-02-10",
  facility: "clinic",
  reader: "simulated-face",
  faults: [],
  steps: [
    { step: "check-in", visit: "V1", persona: "face-only", methods: ["face"], consents: ["drug"] },
    { step: "check-in", visit: "V1", persona: "face-only", methods: ["visual"], consents: ["drug"] },
  ],
  checks: [must("reader/unusable-pin-not-offered"), must("reader/served-again")],
  expect: "pass",
});
