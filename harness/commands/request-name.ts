import { MisuseError } from "../../simulator/kernel/errors.ts";

/** A name of the interface with whatever free part and extension (receipt-system-interface.md §1.2). */
const SHAPE = /^(?<code>[a-z]{3}(?:si|mu)[a-z]{3}\d{2})(?<direction>req|res)_(?<free>.*)\.(?<extension>[^.]*)$/is;

/** Why a file's name tells no kind of request, and what to call it; `most` characters may its free part have (§8.2). */
export function refusedName(name: string, most: number, kinds: readonly string[]): MisuseError {
  const { code = "", direction, free = "", extension = "" } = SHAPE.exec(name)?.groups ?? {};
  const asRequest = `${code}req_<1-${most} of A-Za-z0-9_->.xml`;
  if (direction?.toLowerCase() === "res")
    return new MisuseError("request", `${name} is the name of a result; a request is called ${asRequest}`);
  if (direction !== undefined && !(/^[A-Za-z0-9_-]+$/.test(free) && free.length <= most))
    return new MisuseError("request", `the free part of ${name}, behind req_, may have 1-${most} of A-Za-z0-9_-`);
  if (direction !== undefined && !/^(?:xml|zip)$/i.test(extension))
    return new MisuseError("request", `${name} ends in .${extension}; a request ends in .xml or .zip`);
  const message = `${name} tells no kind; name it <kind>req_1.xml or give --kind: ${kinds.join(", ")}`;
  return new MisuseError("request", message, kinds);
}
