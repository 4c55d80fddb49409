import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** An application the probe asks for. Whether a card has it is all the probe recognises a card by. */
export interface ProbedApplication {
  readonly id: string;
  readonly name: Bilingual;
  readonly aid: string;
  /** Payment and HPKI cards are asked with FCI, as their own readers do; the FCI itself is not looked at. */
  readonly withFci?: true;
}

/**
 * The five of the My Number card (my-number-card.md §1.1), then those of cards that come to the same desk. Sources of
 * the latter: HPKI JAHIS 18-001 (ISO/IEC 7816-15 prefix and A000000391); licence and residence card the specifications
 * of the police and of the immigration agency, as open readers (TRETJapanNFCReader) list them; PSE and PPSE EMV Book 1
 * §12.2 and Book B §3.3.1.
 */
export const probedApplications = [
  {
    id: "jpki",
    name: { ja: "公的個人認証AP", en: "JPKI application" },
    aid: "D392F000260100000001",
  },
  {
    id: "card-surface",
    name: { ja: "券面事項確認AP", en: "card surface application" },
    aid: "D3921000310001010402",
  },
  {
    id: "text-input",
    name: { ja: "券面事項入力補助AP", en: "surface input helper application" },
    aid: "D3921000310001010408",
  },
  {
    id: "resident-register",
    name: { ja: "住民基本台帳AP", en: "resident register application" },
    aid: "D3921000310001010401",
  },
  {
    id: "common-card",
    name: { ja: "共通カードAP", en: "common card application" },
    aid: "D3921000310001010100",
  },
  {
    id: "hpki-signature",
    name: { ja: "HPKI 電子署名AP", en: "HPKI signature application" },
    aid: "E828BD080FA000000391000000000001",
    withFci: true,
  },
  {
    id: "hpki-authentication",
    name: { ja: "HPKI 電子認証AP", en: "HPKI authentication application" },
    aid: "E828BD080FA000000391000000000002",
    withFci: true,
  },
  {
    id: "driving-licence",
    name: { ja: "運転免許証AP", en: "driving licence application" },
    aid: "A0000002310100000000000000000000",
  },
  {
    id: "residence-card",
    name: { ja: "在留カードAP", en: "residence card application" },
    aid: "D392F0004F0200000000000000000000",
  },
  {
    id: "payment-contactless",
    name: { ja: "決済カード（PPSE）", en: "payment card (PPSE)" },
    aid: "325041592E5359532E4444463031", // 2PAY.SYS.DDF01
    withFci: true,
  },
  {
    id: "payment-contact",
    name: { ja: "決済カード（PSE）", en: "payment card (PSE)" },
    aid: "315041592E5359532E4444463031", // 1PAY.SYS.DDF01
    withFci: true,
  },
] as const satisfies readonly ProbedApplication[];

/** Names an application the probe asks for. */
export type ProbedApplicationId = (typeof probedApplications)[number]["id"];
