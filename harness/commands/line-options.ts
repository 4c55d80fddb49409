import { InvalidArgumentError, Option } from "commander";
import { BAUD_RATES, CCID_LINE } from "../../devices/transports/serial.ts";

/** `--serial <path>`; `what` says whose port it is. */
export const serialOption = (what: string): Option => new Option("--serial <path>", `${what}: /dev/ttyUSB0, COM3`);

/** `--baud <rate>`. */
export const baudOption = (): Option =>
  new Option("--baud <rate>", "bits a second of the serial line").argParser(rate).default(CCID_LINE.baudRate);

function rate(value: string): number {
  const found = BAUD_RATES.find((known) => String(known) === value);
  if (found === undefined) throw new InvalidArgumentError(`give one of ${BAUD_RATES.join(", ")}.`);
  return found;
}
