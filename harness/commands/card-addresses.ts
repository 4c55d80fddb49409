import { InvalidArgumentError, Option } from "commander";

const MAX_PORT = 65_535;

/** `--vpcd [host:port]`. */
export function addressOption(): Option {
  return new Option("--vpcd [host:port]", "lay the cards into the vpcd readers of a real pcscd").argParser(address);
}

/** `--port <n>`; `what` is its line in the help, `name` another name for it. */
export function portOption(
  what = "open the APDU port on the loopback; 0 lets the system choose",
  name = "--port",
): Option {
  return new Option(`${name} <number>`, what).argParser(port);
}

function address(value: string): { readonly host: string; readonly port: number } {
  const at = value.lastIndexOf(":");
  if (at <= 0) throw new InvalidArgumentError("give host:port, such as 127.0.0.1:35963.");
  return { host: value.slice(0, at), port: port(value.slice(at + 1)) };
}

function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > MAX_PORT) throw new InvalidArgumentError("give a port, 0 to 65535.");
  return Number(value);
}
