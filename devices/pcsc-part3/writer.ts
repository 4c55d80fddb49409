import { command, encodeCommand } from "../iso7816/apdu.ts";
import { AUTHENTICATE_VERSION, GET_DATA_P1, INS, READER_CLASS } from "./constants.ts";
import type { PseudoApdu } from "./frame.ts";

/** The bytes of a command for the reader. */
export function writePseudoApdu(apdu: PseudoApdu): Uint8Array {
  switch (apdu.kind) {
    case "get-data":
      return encodeCommand(command(READER_CLASS, INS.getData, GET_DATA_P1[apdu.what], 0, NOTHING, apdu.ne));
    case "load-keys":
      return encodeCommand(command(READER_CLASS, INS.loadKeys, apdu.structure, apdu.keyNumber, apdu.key));
    case "general-authenticate": {
      const { address, keyType, keyNumber } = apdu;
      const data = Uint8Array.of(AUTHENTICATE_VERSION, address >> 8, address, keyType, keyNumber);
      return encodeCommand(command(READER_CLASS, INS.generalAuthenticate, 0, 0, data));
    }
    case "authenticate": {
      const { address, keyType, keyNumber } = apdu;
      return Uint8Array.of(READER_CLASS, INS.authenticate, address >> 8, address, keyType, keyNumber);
    }
    case "read-binary":
      return encodeCommand(
        command(READER_CLASS, INS.readBinary, apdu.address >> 8, apdu.address & 0xff, NOTHING, apdu.ne),
      );
    case "update-binary":
      return encodeCommand(command(READER_CLASS, INS.updateBinary, apdu.address >> 8, apdu.address & 0xff, apdu.data));
  }
}

const NOTHING = new Uint8Array(0);
