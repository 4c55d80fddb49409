/**
 * What runs inside the namespaces, for `bash -c` with the folder of reader definitions as `$1`: a /run and a loopback of
 * its own, so that neither another pcscd nor another run is met, and the
 * route that has the kernel acknowledge at once (virtual-pcsc.md §3, §6).
 */
export const PCSCD_INSIDE = `
set -e
mount -t tmpfs tmpfs /run
mkdir /run/pcscd
ip link set lo up
for net in 127.0.0.0/8 127.0.0.1; do
  ip route change local $net dev lo table local proto kernel scope host src 127.0.0.1 quickack 1
done
exec pcscd --foreground --info -c "$1"
`;
