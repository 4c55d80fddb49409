/*
 * The loop. Commands that wait for the card are straight-line code (contact.c, t1.c): where they wait they call
 * reader_wait, which keeps both lines going. So there is no interrupt, no thread, and no function that calls itself.
 */
#include "reader.h"

/* The line is looked at this often, so that a frame that stands still is seen in time. */
#define TICK_MS 10u
/* While a card works the host is told every so often (notes 11, our choice). */
#define EXTENSION_MS 500u
/* Bench messages are small; one that never ends must not stop the host's line. */
#define MAX_FILLS_A_TURN 16u

static bool take(struct port *port, uint8_t *byte)
{
  if (port->taken == port->filled) return false;
  *byte = port->bytes[port->taken++];
  return true;
}

/* A command that waits to be carried out, or to end, comes before the next byte. */
static bool may_go_on(const struct reader *r)
{
  return r->work != ASKED && r->broken_off == FINE;
}

/*
 * What both lines brought. The host's bytes are fetched first and looked at last: whoever puts a card in and then asks
 * for it has written to the bench before he wrote to the host's line, so the card is seen first.
 */
static void turn(struct reader *r)
{
  uint8_t byte;
  platform_fill(&r->host);
  for (unsigned fill = 0; fill < MAX_FILLS_A_TURN; fill++) {
    platform_fill(&r->bench);
    if (r->bench.taken == r->bench.filled) break;
    while (may_go_on(r) && take(&r->bench, &byte)) bench_take(r, byte);
  }
  if (!r->bench.is_open) contact_moved(r, false);
  while (may_go_on(r) && take(&r->host, &byte)) line_take(r, byte);
  line_watch(r);
}

enum waited reader_wait(struct reader *r, uint32_t wait_ms)
{
  const uint32_t began_ms = platform_ms();
  for (;;) { /* ends with the time at the latest */
    turn(r);
    if (!r->host.is_open) r->broken_off = ABORTED; /* nobody waits for the answer */
    if (r->broken_off != FINE) return BROKEN_OFF;
    if (r->contact.taken < r->contact.filled) return CARD_SAID;
    const uint32_t waited_ms = platform_ms() - began_ms;
    if (waited_ms >= wait_ms) return TIME_UP;
    if (platform_ms() - r->told_ms >= EXTENSION_MS) ccid_extend(r, 1);
    const uint32_t left_ms = wait_ms - waited_ms;
    platform_sleep(r, left_ms < TICK_MS ? left_ms : TICK_MS);
  }
}

int main(void)
{
  static struct reader reader;
  struct reader *r = &reader;
  r->broken_off = FINE;
  contact_reset_parameters(r);
  platform_open(r);
  while (r->host.is_open) {
    turn(r);
    if (r->work == ASKED) ccid_work(r);
    else platform_sleep(r, TICK_MS);
  }
  return 0;
}
