import { isProblem, type TransportProblem } from "../../devices/transports/transport-problem.ts";
import { ConfigurationError } from "../configuration-error.ts";

/** The result of a transport; a {@link ConfigurationError} in its words where it is a problem. */
export function withoutProblem<T>(result: T | TransportProblem): T {
  if (isProblem(result)) throw new ConfigurationError(result.message, result.fix);
  return result;
}
