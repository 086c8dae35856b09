#include <stdio.h>

typedef struct node {
    int value;
} node_t;

struct point { int x, y; };

static const struct point origin = { 0, 0 };

/* Doc */
struct point *make_point(int x, int y)
{
    return NULL;
}

int declared(void);
