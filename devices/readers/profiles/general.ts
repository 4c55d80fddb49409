import { confirmed, ours } from "../origin.ts";
import type { ReaderProfile } from "../profile.ts";
import { simulatedFace } from "./simulated-face.ts";

const { S03a: _face, S03c: _phone, ...screens } = simulatedFace.screens;
const {
  "SIM-007": _noMatch,
  "SIM-009": _noPhoto,
  "SIM-012": _noPhone,
  "SIM-017": _phoneNotFelt,
  "SIM-018": _phoneLocked,
  "SIM-026": _notGenuine,
  "SIM-027": _poorPicture,
  "SIM-028": _notLive,
  "SIM-029": _noFaceInTime,
  ...messages
} = simulatedFace.messages;

const NO_CAMERA = ours("follows from having no camera (readers-and-line.md, vocabulary)");

/** 汎用カードリーダー: no camera; the clerk looks at card and face, or the patient types the PIN (readers-and-line.md §8). */
export const generalReader: ReaderProfile = {
  ...simulatedFace,
  id: "general",
  title: { ja: "汎用カードリーダー", en: "general card reader" },
  methods: ["pin", "visual"],
  phone: "none",
  visualModes: ["terminal-menu"],
  placing: { orientation: "horizontal", photoTowards: "patient" },
  screens,
  messages,
  face: { tries: 0, tryMs: 0, threshold: 1000, liveThreshold: 1000 },
  origins: {
    ...simulatedFace.origins,
    methods: confirmed("readers-and-line.md §8"),
    phone: ours("it reads phones beside a face reader, not alone (readers-and-line.md §1)"),
    visualModes: ours("it has no screen; the terminal's (readers-and-line.md §8)"),
    connection: ours("a cable is public (readers-and-line.md §4), which one is not"),
    placing: NO_CAMERA,
    face: NO_CAMERA,
  },
};
