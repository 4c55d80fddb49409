import type { LineKind } from "../line-kind.ts";

/** Closed IP-VPN of the carriers: IPv6 for eligibility, bound to the prefix by line authentication. */
export const ipVpn: LineKind = {
  id: "ip-vpn",
  title: { ja: "IP-VPN接続方式（閉域網・IPv6 IPoE）", en: "IP-VPN (closed network, IPv6 over IPoE)" },
  source: "readers-and-line.md §10.1",
  lineAuthentication: true,
  oneWayMs: 20,
  vectors: [
    { prefix: "fd00:99:1::/64", accepted: true },
    { prefix: "fd00:99:2::/64", accepted: false },
  ],
};
