import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { apduIdentity, type ReaderIdentity, tpduIdentity } from "./identity.ts";

/** A kind of reader that can be put on a wire. */
export interface ReaderModel {
  readonly title: Bilingual;
  readonly identity: ReaderIdentity;
  /** How its slots reach their cards, slot 0 first. */
  readonly faces: readonly ("contacts" | "antenna")[];
}

const onePair = (identity: ReaderIdentity, title: Bilingual): ReaderModel => ({
  title,
  identity,
  faces: ["contacts"],
});

/**
 * Readers by id. Those named after the device types of the public serial driver behave as that driver expects of the type,
 * and are no maker's product; those with `sim-` are ours (firmware-validation.md §2, §11).
 */
export const readerModels = {
  "sim-antenna": {
    title: { ja: "非接触リーダー（APDUレベル）", en: "contactless, takes whole APDUs" },
    identity: apduIdentity,
    faces: ["antenna"],
  },
  "sim-contacts": onePair(apduIdentity, { ja: "接触リーダー（APDUレベル）", en: "contacts, takes whole APDUs" }),
  "sim-dual": {
    title: { ja: "接触＋非接触、暗証番号パッド付き", en: "contacts and antenna, with a PIN pad" },
    identity: { ...apduIdentity, pinPad: true },
    faces: ["contacts", "antenna"],
  },
  "gempc-twin": onePair(tpduIdentity, { ja: "GemPCTwin型（エコーあり）", en: "device type GemPCTwin: echoes" }),
  "gempc-pinpad": onePair(
    { ...tpduIdentity, pinPad: true },
    { ja: "GemPCPinPad型（暗証番号パッド付き）", en: "device type GemPCPinPad: echoes, PIN pad" },
  ),
  "gemcore-pos-pro": onePair(
    { ...tpduIdentity, echoes: false },
    { ja: "GemCorePOSPro型（エコーなし）", en: "device type GemCorePOSPro: no echo" },
  ),
  "gemcore-sim-pro": onePair(
    { ...tpduIdentity, echoes: false },
    { ja: "GemCoreSIMPro型（エコーなし）", en: "device type GemCoreSIMPro: no echo" },
  ),
  sec1210: onePair(
    { ...tpduIdentity, echoes: false },
    { ja: "SEC1210型（エコーなし）", en: "device type SEC1210: no echo" },
  ),
} as const satisfies Readonly<Record<string, ReaderModel>>;

/** Id of a model. */
export type ReaderModelId = keyof typeof readerModels;
