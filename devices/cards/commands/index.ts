import { type CommandTable, commandKey } from "../application.ts";
import { computeDigitalSignature, internalAuthenticate } from "./digital-signature.ts";
import { getChallenge } from "./get-challenge.ts";
import { getData } from "./get-data.ts";
import { noLastCommandIndicator, noSessionKey } from "./proprietary.ts";
import { readBinary } from "./read-binary.ts";
import { readRecord } from "./read-record.ts";
import { select } from "./select.ts";
import { externalAuthenticate, verifyCertificate } from "./terminal-authentication.ts";
import { changeKey, changeReferenceData, verify } from "./verify.ts";

/** Commands every application of the card understands; what an application adds or answers otherwise comes after them. */
export const commonCommands: CommandTable = [
  [commandKey(0x00, 0xa4), select],
  [commandKey(0x00, 0xb0), readBinary],
  [commandKey(0x00, 0xb2), readRecord],
  [commandKey(0x00, 0x20), verify],
  [commandKey(0x00, 0x84), getChallenge],
  [commandKey(0x00, 0x88), internalAuthenticate],
  [commandKey(0x00, 0xca), getData],
  [commandKey(0x80, 0x2a), computeDigitalSignature],
  [commandKey(0x80, 0xae), noSessionKey],
  [commandKey(0x80, 0xfc), noLastCommandIndicator],
];

/** PIN change of JPKI and 券面事項入力補助 (my-number-card.md §2.5). */
export const referenceDataCommands: CommandTable = [[commandKey(0x00, 0x24), changeReferenceData]];

/** PIN change of 共通カード and 住基 (my-number-card.md §2.5). */
export const changeKeyCommands: CommandTable = [[commandKey(0x80, 0x32), changeKey]];

/** Commands of the PIN-less path, JPKI application only. */
export const terminalAuthenticationCommands: CommandTable = [
  [commandKey(0x80, 0xa2), verifyCertificate],
  [commandKey(0x00, 0x82), externalAuthenticate],
];
