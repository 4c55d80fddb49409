import type { LineKind } from "../line-kind.ts";
import { ipVpn } from "./ip-vpn.ts";

/** Kinds of line. One line a kind. */
export const lineKinds: readonly LineKind[] = [ipVpn];

export { ipVpn };
