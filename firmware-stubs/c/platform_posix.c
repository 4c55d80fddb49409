/* The operating system: six functions, and the only ones that ask it for anything. A board has its own in this place. */
#define _POSIX_C_SOURCE 200809L
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "reader.h"

#define HOST_IN 0
#define HOST_OUT 1
#define BENCH 3

/* The host's line is stdin and stdout, the bench port descriptor 3; where nobody opened that the slot is empty. */
void platform_open(struct reader *r)
{
  struct pollfd bench = {.fd = BENCH};
  signal(SIGPIPE, SIG_IGN); /* a line that is gone is seen by write */
  r->host = (struct port){.in = HOST_IN, .out = HOST_OUT, .is_open = true};
  r->bench = (struct port){.in = BENCH, .out = BENCH, .is_open = poll(&bench, 1, 0) == 0 || (bench.revents & POLLNVAL) == 0};
}

/* Milliseconds since any instant, modulo 2^32: only differences mean something. */
uint32_t platform_ms(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint32_t)((uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u);
}

/* Sleeps until a line has bytes, `ms` at most. Lines whose bytes wait already, or that are gone, wake nobody. */
void platform_sleep(struct reader *r, uint32_t ms)
{
  struct pollfd lines[] = {{.fd = r->host.in, .events = POLLIN}, {.fd = r->bench.in, .events = POLLIN}};
  if (!r->host.is_open || r->host.taken < r->host.filled) lines[0].fd = -1;
  if (!r->bench.is_open) lines[1].fd = -1;
  poll(lines, sizeof lines / sizeof lines[0], (int)ms);
}

/* Fetches bytes of a line without waiting; nothing happens while earlier ones are not taken. */
void platform_fill(struct port *port)
{
  struct pollfd line = {.fd = port->in, .events = POLLIN};
  if (!port->is_open || port->taken < port->filled || poll(&line, 1, 0) <= 0) return;
  const ssize_t count = read(port->in, port->bytes, sizeof port->bytes);
  if (count <= 0) platform_close(port);
  port->taken = 0;
  port->filled = count > 0 ? (size_t)count : 0;
}

/* Sends all of it, or finds that the other end is gone. */
void platform_write(struct port *port, const uint8_t *bytes, size_t length)
{
  size_t sent = 0;
  while (port->is_open && sent < length) {
    const ssize_t count = write(port->out, bytes + sent, length - sent);
    if (count <= 0) platform_close(port);
    else sent += (size_t)count;
  }
}

/* Lets go of a line, so that the other end sees it; what it brought and nobody took is forgotten with it. */
void platform_close(struct port *port)
{
  if (!port->is_open) return;
  port->is_open = false;
  port->taken = port->filled = 0;
  close(port->in);
  if (port->out != port->in) close(port->out);
}
