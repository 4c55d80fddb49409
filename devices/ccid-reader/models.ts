import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { apduIdentity, type ReaderIdentity, tpduIdentity } from "./identity.ts";

/** How a slot reaches its card. */
export type SlotFace = "contacts" | "antenna";

/** A kind of reader that can be put on a wire. */
export interface ReaderModel {
  readonly title: Bilingual;
  readonly identity: ReaderIdentity;
  /** How its slots reach their cards, slot 0 first. */
  readonly faces: readonly SlotFace[];
}

const contacts = (slots: number): readonly SlotFace[] => Array.from({ length: slots }, () => "contacts");

/** A type that sends nothing back and has more than one slot; the driver asks for all of them (§2, `set_ccid_descriptor`). */
const withoutEcho: ReaderIdentity = { ...tpduIdentity, echoes: false };

/**
 * Readers by id. Those named after the device types of the public serial driver behave as that driver expects of the type
 * (CCID 1.5.2, `ccid_serial.c`), and are no maker's product; those with `sim-` are ours (firmware-validation.md §2, §11).
 */
export const readerModels = {
  "sim-antenna": {
    title: { ja: "非接触リーダー（APDUレベル）", en: "contactless, takes whole APDUs" },
    identity: apduIdentity,
    faces: ["antenna"],
  },
  "sim-contacts": {
    title: { ja: "接触リーダー（APDUレベル）", en: "contacts, takes whole APDUs" },
    identity: apduIdentity,
    faces: contacts(1),
  },
  "sim-dual": {
    title: { ja: "接触＋非接触、暗証番号パッド付き", en: "contacts and antenna, with a PIN pad" },
    identity: { ...apduIdentity, pinPad: true },
    faces: ["contacts", "antenna"],
  },
  "gempc-twin": {
    title: { ja: "GemPCTwin型（エコーあり）", en: "device type GemPCTwin: echoes" },
    identity: tpduIdentity,
    faces: contacts(1),
  },
  "gempc-pinpad": {
    title: { ja: "GemPCPinPad型（エコーあり、暗証番号パッド付き）", en: "device type GemPCPinPad: echoes, PIN pad" },
    // The driver loads texts of 165 bytes and has 30 for what comes back, the echo too (our choice: it gets the header).
    identity: { ...tpduIdentity, pinPad: true, longestEchoBytes: 30 },
    faces: contacts(1),
  },
  "gemcore-pos-pro": {
    title: { ja: "GemCorePOSPro型（エコーなし、5スロット）", en: "device type GemCorePOSPro: no echo, five slots" },
    identity: withoutEcho,
    faces: contacts(5),
  },
  "gemcore-sim-pro": {
    title: { ja: "GemCoreSIMPro型（エコーなし、2スロット）", en: "device type GemCoreSIMPro: no echo, two slots" },
    identity: withoutEcho,
    faces: contacts(2),
  },
  sec1210: {
    title: { ja: "SEC1210型（エコーなし、2スロット）", en: "device type SEC1210: no echo, two slots" },
    identity: { ...withoutEcho, firmwareTextEscape: 0x06, clockKhz: 4_800 },
    faces: contacts(2),
  },
} as const satisfies Readonly<Record<string, ReaderModel>>;

/** Id of a model. */
export type ReaderModelId = keyof typeof readerModels;
