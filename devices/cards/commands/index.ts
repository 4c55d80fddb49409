import { type CommandHandler, commandKey } from "../application.ts";
import { computeDigitalSignature } from "./digital-signature.ts";
import { getChallenge } from "./get-challenge.ts";
import { readBinary } from "./read-binary.ts";
import { select } from "./select.ts";
import { externalAuthenticate, verifyCertificate } from "./terminal-authentication.ts";
import { verify } from "./verify.ts";

/** Commands every application of the card understands. */
export const commonCommands: readonly (readonly [number, CommandHandler])[] = [
  [commandKey(0x00, 0xa4), select],
  [commandKey(0x00, 0xb0), readBinary],
  [commandKey(0x00, 0x20), verify],
  [commandKey(0x00, 0x84), getChallenge],
  [commandKey(0x80, 0x2a), computeDigitalSignature],
];

/** Commands of the PIN-less path, JPKI application only. */
export const terminalAuthenticationCommands: readonly (readonly [number, CommandHandler])[] = [
  [commandKey(0x80, 0xa2), verifyCertificate],
  [commandKey(0x00, 0x82), externalAuthenticate],
];
