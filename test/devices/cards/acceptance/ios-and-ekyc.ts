import { cardProfile } from "../../../../devices/cards/choices.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { simulationKey } from "../../../../simulator/pki/simulation-keys.ts";
import { ascii, COMMON, DIGEST_INFO, E, J, P, Q, R, select, sign, V, X } from "../apdus.ts";
import { image, PERSONAL_NUMBER, PIN, PINS, REFERENCE_NUMBER_B, USER_CERTIFICATE } from "../fixture.ts";
import { bytes, type Client, chunks, exactly, matching, padded, signatureBy, step } from "./conversation.ts";

/* iPhone programs (TRETJapanNFCReader, jpki-local-signer) and eKYC developer guides (my-number-card.md §5.6). */

const blocked = { pins: { ...PINS, authenticationTriesUsed: 3 } };

export const iosAndEkyc: Client = {
  name: "iOS readers and eKYC kits",
  conversations: [
    {
      does: "TRET: 20 bytes of the token, 17 of the number, the PIN of 共通カードAP",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0006), "9000", "token information"),
        step(R(0, 0x14), matching(20, /^JPKIAPICCTOKEN2 {5}$/), "Le 14"),
        step(E(0x0018), "9000", "PIN"),
        step(Q, "63C3", "tries"),
        step(X, "9000", "入力補助AP"),
        step(E(0x0011), "9000", "PIN"),
        step(P(PIN), "9000", "VERIFY"),
        step(E(0x0001), "9000", "個人番号"),
        step(R(0, 17), exactly(fromHex(`FF100C${ascii(PERSONAL_NUMBER)}FFFF`)), "17 bytes"),
        step(COMMON, "9000", "it calls this the individual number application"),
        step(E(0x001c), "9000", "PIN"),
        step(Q, "63C3", "tries"),
      ],
    },
    {
      does: "jpki-local-signer: four bytes, then 256 at a time; asks the tries before VERIFY",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x000a), "9000", "certificate"),
        step(R(0, 4), exactly(USER_CERTIFICATE.der.slice(0, 4)), "DER length"),
        ...chunks(padded(USER_CERTIFICATE.der, Math.ceil(USER_CERTIFICATE.der.length / 256) * 256), "256 at a time"),
        step(E(0x0018), "9000", "PIN"),
        step(Q, "63C3", "tries"),
        step(P(PIN), "9000", "VERIFY"),
        step(E(0x0017), "9000", "key"),
        step(sign(DIGEST_INFO), signatureBy(simulationKey("card-authentication").publicKey), "signature"),
      ],
    },
    {
      does: "jpki-local-signer: expects ISO's 6983 on a blocked PIN, which is a choice (D-02)",
      order: { ...blocked, profile: cardProfile(["blockedVerify=6983"]) },
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(Q, "63C0", "the query is the same on every card"),
        step(P(PIN), "6983", "blocked"),
      ],
    },
    {
      does: "TRET: knows the measured 6984 as well",
      order: blocked,
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(Q, "63C0", "no try left"),
        step(P(PIN), "6984", "blocked"),
      ],
    },
    {
      does: "eKYC: selects, verifies, reads the front in a loop of Le 00 until the end",
      steps: [
        step(V, "9000", "券面AP"),
        step(E(0x0012), "9000", "照合番号B"),
        step(P(REFERENCE_NUMBER_B), "9000", "VERIFY"),
        step(E(0x0002), "9000", "front"),
        ...[0, 256, 512, 768, 1024, 1280].map((at) => step(R(at, 256), bytes(256), `Le 00 from ${at}`)),
        step(R(1536, 256), matching(249, /¨{40}$/), "what is left, with 9000: the code's picture stands last"),
        step(R(1785, 256), "6B00", "the end"),
        step("00B0820000", bytes(256), "by short id too"),
      ],
    },
    {
      does: "eKYC: reads a card that answers 6282 where the file ends before Le (D-03)",
      order: { profile: cardProfile(["readAcrossEnd=6282"]) },
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0006), "9000", "token information"),
        step(R(0x90, 0x20), { sw: "6282", bytes: 16 }, "a warning, and the data"),
        step(R(0x90, 0x10), bytes(16), "exactly to the end"),
        step(R(0x90, 256), bytes(16), "Le 00 asks for as much as there is"),
        step(R(0xa0, 0x10), "6B00", "behind the end"),
      ],
    },
    {
      does: "eKYC: knows what is no My Number card by 6A82",
      steps: [
        step(select("A0000000031010"), "6A82", "a payment application"),
        step(select("D392F0002601000000FF"), "6A82", "an AID that differs in its last byte"),
        step(select("D392F00026010000000101"), "6A82", "an AID that is longer"),
        step(select("D2760000850101"), "6A82", "NDEF"),
        step(J, "9000", "and it is one"),
      ],
    },
    {
      does: "an iPhone in the place of the card signs without a PIN (D-13)",
      order: { carrier: "iphone" },
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0006), "9000", "token information"),
        step(R(0, 0x20), matching(32, /^JPKIAPIOSTOKEN {18}$/), "an iPhone"),
        step(V, "6A82", "no surface application"),
        step(X, "6A82", "no text application"),
        step(J, "9000", "JPKI"),
        step(E(0x000a), "9000", "certificate"),
        step(R(0, 4), exactly(USER_CERTIFICATE.der.slice(0, 4)), "free"),
        step(sign(DIGEST_INFO, 0x97), signatureBy(simulationKey("card-authentication").publicKey), "after Face ID"),
        step(sign(DIGEST_INFO, 0x9a), "6982", "documents want the password"),
      ],
    },
    {
      does: "an Android token in the place of the card: nothing without its PIN",
      order: { carrier: "android" },
      steps: [
        step(J, "9000", "JPKI"),
        step(`00B08A0004`, "6982", "certificate"),
        step(sign(DIGEST_INFO, 0x97), "6982", "key"),
        step(`00200098${"04"}${ascii(PIN)}`, "9000", "PIN"),
        step(`00B08A0004`, exactly(USER_CERTIFICATE.der.slice(0, 4)), "certificate"),
        step(sign(DIGEST_INFO, 0x97), signatureBy(simulationKey("card-authentication").publicKey), "key"),
        step(V, "6A82", "no surface application"),
      ],
    },
    {
      does: "a card of somebody under fifteen has no signing certificate",
      order: { signs: false, pins: { ...PINS, signature: undefined } },
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0008), "9000", "which certificates"),
        step(R(0, 256), exactly(fromHex("008F00")), "only the second"),
        step(E(0x0001), "6A82", "no certificate"),
        step(E(0x001a), "6A82", "no key"),
        step(E(0x000a), "9000", "the other is there"),
        step(R(0, 4), exactly(image().jpki.authentication.certificate().slice(0, 4)), "and is read"),
      ],
    },
  ],
};
