/*
 * The least a card behind vpcd can be, to measure others by: an answer to SELECT, 256 bytes to READ BINARY, an ATR.
 * Protocol: virtual-pcsc.md §4.
 *
 *   trivial-card PORT
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>

static const uint8_t ATR[] = {0, 13, 0x3b, 0x88, 0x80, 0x01, 0x00, 0x00, 0x05, 0xe0, 0xb3, 0x81, 0xa1, 0x00, 0x7f};
static const uint8_t OK[] = {0, 2, 0x90, 0x00};
static const uint8_t UNKNOWN[] = {0, 2, 0x6d, 0x00};
static uint8_t content[2 + 256 + 2] = {1, 2};

/* Length and payload come in separate segments, so each is read for itself; 0 when the reader is gone. */
static int take(int line, uint8_t *bytes, size_t wanted) {
  return recv(line, bytes, wanted, MSG_WAITALL) == (ssize_t)wanted;
}

static void give(int line, const uint8_t *bytes, size_t size) {
  if (send(line, bytes, size, 0) != (ssize_t)size) exit(1);
}

int main(int count, char **words) {
  if (count != 2) return 2;
  content[258] = 0x90;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(words[1]))};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int yes = 1, line = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(line, (struct sockaddr *)&to, sizeof to) != 0) return 1;
  uint8_t head[2], message[65535];
  while (take(line, head, sizeof head)) {
    const size_t length = (size_t)(head[0] << 8 | head[1]);
    if (!take(line, message, length)) break;
    if (length == 1 && message[0] == 0x04) give(line, ATR, sizeof ATR);
    if (length < 2) continue;
    if (message[1] == 0xa4) give(line, OK, sizeof OK);
    else if (message[1] == 0xb0) give(line, content, sizeof content);
    else give(line, UNKNOWN, sizeof UNKNOWN);
  }
  return 0;
}
