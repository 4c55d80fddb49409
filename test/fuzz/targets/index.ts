import type { FuzzTarget } from "../target.ts";
import { atr, commandApdu, pseudoApdu } from "./apdu.ts";
import { hostOfApdus, hostOfBlocks } from "./host.ts";
import { readerHardware, readerOfApdus, readerOfBlocks } from "./reader.ts";
import { ics } from "./statement.ts";
import { t1Card, t1Parser, t1Reader } from "./t1.ts";
import { typeBCard, typeBFrame, typeBReader } from "./type-b.ts";
import { benchParser, ccidFrame, lineParser, pinRequest } from "./wire.ts";

/** Everything that reads bytes of a reader's wires, from single parsers to whole machines. */
export const targets: readonly FuzzTarget[] = [
  ccidFrame,
  lineParser,
  pinRequest,
  benchParser,
  commandApdu,
  pseudoApdu,
  atr,
  t1Parser,
  t1Card,
  t1Reader,
  typeBFrame,
  typeBCard,
  typeBReader,
  readerOfApdus,
  readerOfBlocks,
  readerHardware,
  hostOfBlocks,
  hostOfApdus,
  ics,
];
